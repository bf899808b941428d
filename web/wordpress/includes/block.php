<?php
/**
 * The block: the same element as the shortcode.
 *
 * @package TirednessCheck
 */

namespace TirednessCheck;

defined( 'ABSPATH' ) || exit;

/** Registers the block and what its editor needs to know. */
function register_block(): void {
	$editor = 'tiredness-check-editor';
	wp_register_script(
		$editor,
		plugins_url( 'block/editor.js', PLUGIN_FILE ),
		array( 'wp-api-fetch', 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-data', 'wp-element', 'wp-i18n', 'wp-notices', 'wp-server-side-render' ),
		hash_file( 'crc32b', plugin_dir_path( PLUGIN_FILE ) . 'block/editor.js' ),
		true
	);
	wp_set_script_translations( $editor, 'tiredness-check', plugin_dir_path( PLUGIN_FILE ) . 'languages' );
	wp_localize_script(
		$editor,
		'tirednessCheckEditor',
		array(
			'languages'    => languages(),
			'settingsPage' => current_user_can( 'manage_options' ) ? admin_url( 'options-general.php?page=tiredness-check' ) : '',
		)
	);
	register_block_type(
		plugin_dir_path( PLUGIN_FILE ) . 'block',
		array(
			// In the editor the preview is the real check: with the page, or in the frame that WordPress puts the page into (the
			// site editor, and the post editor from 6.3 on, where these scripts go through enqueue_block_assets). Visitors get the
			// script from the element alone.
			'script_handles'  => is_admin() ? array( SCRIPT ) : array(),
			'render_callback' => static function ( array $attributes ): string {
				$own = empty( $attributes['language'] ) ? array() : array( 'lang' => (string) $attributes['language'] );
				return '<div ' . get_block_wrapper_attributes() . '>' . element( $own ) . '</div>';
			},
		)
	);
}

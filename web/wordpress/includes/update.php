<?php
/**
 * An update takes the plugin's folder away and puts the new one in its place. Who has a page open then still asks for files
 * of the release it began with: that folder goes along, until the next update.
 *
 * @package TirednessCheck
 */

namespace TirednessCheck;

defined( 'ABSPATH' ) || exit;

/** The folder of assets/ that holds everything of this release but its first script; empty where there is none. */
function release_folder(): string {
	$engines = glob( plugin_dir_path( PLUGIN_FILE ) . 'assets/*/engine.wasm' );
	$script  = (string) file_get_contents( plugin_dir_path( PLUGIN_FILE ) . 'assets/tiredness-check.js' );
	foreach ( $engines ? $engines : array() as $engine ) {
		$name = basename( dirname( $engine ) );
		// The folder of the release before is there too, and the script names its own.
		if ( false !== strpos( $script, $name . '/' ) ) {
			return $name;
		}
	}
	return '';
}

/**
 * Copies the folder of this release into the new plugin before that is put into place. Runs in the plugin of before. That it
 * fails, on a full disk, does not stop the update.
 *
 * @param string|\WP_Error $source  The new plugin, unpacked.
 * @param string           $remote  The folder around it.
 * @param \WP_Upgrader     $updater What installs it.
 * @return string|\WP_Error
 */
function keep_last_release( $source, $remote, $updater ) {
	global $wp_filesystem;
	$name = release_folder();
	if ( is_wp_error( $source ) || ! $updater instanceof \Plugin_Upgrader || '' === $name ) {
		return $source;
	}
	$is_ours = basename( $source ) === dirname( plugin_basename( PLUGIN_FILE ) ) && $wp_filesystem->exists( $source . 'tiredness-check.php' );
	$to      = trailingslashit( $source ) . 'assets/' . $name;
	if ( $is_ours && ! $wp_filesystem->exists( $to ) && $wp_filesystem->mkdir( $to ) ) {
		copy_dir( $wp_filesystem->wp_plugins_dir() . dirname( plugin_basename( PLUGIN_FILE ) ) . '/assets/' . $name, $to );
	}
	return $source;
}

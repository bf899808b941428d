<?php
/**
 * Leaves nothing behind.
 *
 * @package TirednessCheck
 */

namespace TirednessCheck;

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/** Deletes what the plugin keeps on one site: the settings, and what was refused a moment ago. */
function forget(): void {
	delete_option( 'tiredness_check' );
	delete_transient( 'tiredness_check_refused' );
}

/** The same on every site of a network. */
function forget_everywhere(): void {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $site ) {
		switch_to_blog( $site );
		forget();
		restore_current_blog();
	}
}

if ( is_multisite() ) {
	forget_everywhere();
} else {
	forget();
}

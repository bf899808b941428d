<?php
/**
 * Leaves nothing behind.
 *
 * @package TirednessCheck
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $site ) {
		switch_to_blog( $site );
		delete_option( 'tiredness_check' );
		restore_current_blog();
	}
} else {
	delete_option( 'tiredness_check' );
}

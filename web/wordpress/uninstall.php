<?php
/**
 * Leaves nothing behind.
 *
 * @package TirednessCheck
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'tiredness_check' );
delete_site_option( 'tiredness_check' );

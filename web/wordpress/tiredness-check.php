<?php
/**
 * Plugin Name: Tiredness Check
 * Description: A private self-check for people who feel tired after ketamine therapy. It runs in the visitor's browser; no answer is ever sent.
 * Version: 1.0.0-rc.1
 * Author: Tiredness Check
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: Apache-2.0
 * License URI: https://www.apache.org/licenses/LICENSE-2.0
 * Text Domain: tiredness-check
 * Domain Path: /languages
 *
 * @package TirednessCheck
 */

namespace TirednessCheck;

defined( 'ABSPATH' ) || exit;

/** The one option that the plugin keeps: the clinic's settings. */
const OPTION = 'tiredness_check';

/** This file: what WordPress finds the plugin's folder and address by. */
const PLUGIN_FILE = __FILE__;

require __DIR__ . '/includes/schema.php';
require __DIR__ . '/includes/element.php';
require __DIR__ . '/includes/content.php';
require __DIR__ . '/includes/block.php';
require __DIR__ . '/includes/settings.php';
require __DIR__ . '/includes/update.php';

add_action(
	'init',
	static function () {
		register_element();
		register_content();
		register_block();
	}
);
add_action( 'admin_init', __NAMESPACE__ . '\register_settings_page' );
add_action( 'admin_menu', __NAMESPACE__ . '\add_settings_page' );
add_filter( 'upgrader_source_selection', __NAMESPACE__ . '\keep_last_release', 10, 3 );

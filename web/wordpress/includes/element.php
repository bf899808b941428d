<?php
/**
 * The element in a page: its tag with the clinic's settings, and inside it the advice that stands there until the
 * check runs, and when it cannot.
 *
 * @package TirednessCheck
 */

namespace TirednessCheck;

defined( 'ABSPATH' ) || exit;

const SCRIPT = 'tiredness-check';

/** Registers the script, which is loaded only by pages that show the check, and the shortcode. */
function register_element(): void {
	// The version is in the script's name for what it loads; in its own address it makes browsers fetch a new one.
	$version = hash_file( 'crc32b', plugin_dir_path( PLUGIN_FILE ) . 'assets/tiredness-check.js' );
	wp_register_script( SCRIPT, plugins_url( 'assets/tiredness-check.js', PLUGIN_FILE ), array(), $version, true );
	add_filter( 'script_loader_tag', __NAMESPACE__ . '\as_module', 10, 2 );
	add_shortcode( 'tiredness_check', __NAMESPACE__ . '\shortcode' );
}

/**
 * The script is an ES module.
 *
 * @param string $tag    The script's tag.
 * @param string $handle The script's handle.
 */
function as_module( $tag, $handle ) {
	if ( SCRIPT !== $handle ) {
		return $tag;
	}
	return preg_replace( '~<script (?:type=([\'"])text/javascript\1 )?~', '<script type="module" ', $tag );
}

/**
 * Writes [tiredness_check phone="…" lang="es"]: any setting, with - or _ between its words, over the site's own.
 *
 * @param array<string, string>|string $attributes As typed.
 */
function shortcode( $attributes ): string {
	$attributes = is_array( $attributes ) ? $attributes : array();
	$values     = array();
	foreach ( $attributes as $name => $text ) {
		$values[ str_replace( '_', '-', strtolower( (string) $name ) ) ] = (string) $text;
	}
	return element( $values );
}

/**
 * The element, and the script that makes it work.
 *
 * @param array<string, string> $own Attributes that differ from the site's settings; others than settings are left out.
 */
function element( array $own ): string {
	wp_enqueue_script( SCRIPT );
	$settings = settings();
	$values   = values( $own, $settings );
	$language = $own['lang'] ?? $settings['lang'] ?? '';
	$html     = '<tiredness-check';
	foreach ( $values as $name => $value ) {
		$html .= ' ' . attribute_of( $name ) . '="' . esc_attr( $value ) . '"';
	}
	if ( in_array( $language, languages(), true ) ) {
		$html .= ' lang="' . esc_attr( $language ) . '"';
	}
	return $html . '>' . fallback( $language, $values ) . '</tiredness-check>';
}

/**
 * What holds of the attributes and, where they say nothing, of the site's settings. The region and its numbers come from one place,
 * and only whole: the advice inside the tag never has a number of another region, or none.
 *
 * @param array<string, string> $own      Attributes.
 * @param array<string, string> $settings The site's settings.
 * @return array<string, string> By the settings' names.
 */
function values( array $own, array $settings ): array {
	$given = array();
	foreach ( array_keys( properties() ) as $name ) {
		$text = (string) ( $own[ attribute_of( $name ) ] ?? '' );
		if ( '' !== $text && '' === fault( $name, $text ) ) {
			$given[ $name ] = $text;
		}
	}
	$region = array_flip( REGION );
	$own_region = array_intersect_key( $given, $region );
	if ( $own_region ) {
		$settings = array_diff_key( $settings, $region );
	}
	$values = array_merge( $settings, $given );
	unset( $values['lang'] );
	return is_whole( $values ) ? $values : array_diff_key( $values, $region );
}

/**
 * The clinic's settings, as they were saved.
 *
 * @return array<string, string>
 */
function settings(): array {
	$settings = get_option( OPTION, array() );
	return is_array( $settings ) ? $settings : array();
}

/**
 * The advice inside the tag.
 *
 * @param string                $language A language of the check; empty: that of the site.
 * @param array<string, string> $values   Settings by name.
 */
function fallback( string $language, array $values ): string {
	$known    = languages();
	$language = $language ? $language : substr( get_bloginfo( 'language' ), 0, 2 );
	$language = in_array( $language, $known, true ) ? $language : 'en';
	$text     = (string) file_get_contents( plugin_dir_path( PLUGIN_FILE ) . "fallback/$language.html" );
	return fill( $text, $values );
}

/**
 * Fills {placeholders} and keeps what is between "if" and "else" or "end" when it applies.
 *
 * @param string                $text   A file of fallback/.
 * @param array<string, string> $values Settings by name.
 */
function fill( string $text, array $values ): string {
	$us     = 'US' === ( $values['region'] ?? 'US' );
	$phone  = $values['phone'] ?? '';
	$holds  = array(
		'us'    => $us,
		'phone' => '' !== $phone,
	);
	$text   = preg_replace_callback(
		'~<!-- if (\w+) -->\s*(.*?)(?:<!-- else -->\s*(.*?))?<!-- end -->\s*~s',
		static fn( array $part ): string => $holds[ $part[1] ] ? $part[2] : ( $part[3] ?? '' ),
		$text
	);
	$known  = array(
		'emergency'              => $us ? '911' : ( $values['emergencyNumber'] ?? '' ),
		'crisis'                 => $us ? '988' : ( $values['crisisNumber'] ?? '' ),
		'clinic'                 => $values['clinicName'] ?? get_bloginfo( 'name' ),
		'phone'                  => $phone,
		'noDrivingHours'         => $values['noDrivingHours'] ?? (string) properties()['noDrivingHours']['default'],
		'expectedTirednessHours' => $values['expectedTirednessHours'] ?? (string) properties()['expectedTirednessHours']['default'],
	);
	// A link to a number takes digits alone.
	return preg_replace_callback(
		'/(tel:|sms:)?\{(\w+)\}/',
		static fn( array $part ): string => $part[1] . esc_html( $part[1] ? preg_replace( '/[^\d+]/', '', $known[ $part[2] ] ?? '' ) : $known[ $part[2] ] ?? '' ),
		$text
	);
}

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

/** The attribute, and the setting, that keep the check apart from the page's other scripts. */
const ISOLATED = 'isolated';

/** Registers the script, which is loaded only by pages that show the check, and the shortcode. */
function register_element(): void {
	// The version is in the script's name for what it loads; in its own address it makes browsers fetch a new one.
	$version = hash_file( 'crc32b', plugin_dir_path( PLUGIN_FILE ) . 'assets/tiredness-check.js' );
	wp_register_script( SCRIPT, plugins_url( 'assets/tiredness-check.js', PLUGIN_FILE ), array(), $version, true );
	add_filter( 'script_loader_tag', __NAMESPACE__ . '\as_module', 10, 2 );
	add_shortcode( 'tiredness_check', __NAMESPACE__ . '\shortcode' );
}

/**
 * The script is an ES module. It makes the check of tags alone: a <div data-tiredness-check> can stand in what anybody
 * wrote, with numbers of their own.
 *
 * @param string $tag    The script's tag.
 * @param string $handle The script's handle.
 */
function as_module( $tag, $handle ) {
	if ( SCRIPT !== $handle ) {
		return $tag;
	}
	return preg_replace( '~<script (?:type=([\'"])text/javascript\1 )?~', '<script type="module" data-tiredness-check="tags" ', $tag );
}

/**
 * Writes [tiredness_check phone="…" lang="es"]: settings, with - or _ between their words, over the site's own.
 *
 * @param array<string, string>|string $attributes As typed.
 * @param string|null                  $enclosed   What stands between it and its end.
 */
function shortcode( $attributes, $enclosed = '' ): string {
	$values = array();
	foreach ( is_array( $attributes ) ? $attributes : array() as $name => $text ) {
		$values[ is_int( $name ) ? $name : str_replace( '_', '-', strtolower( $name ) ) ] = (string) $text;
	}
	return element( $values, (string) $enclosed );
}

/**
 * The element, and the script that makes it work; the advice alone where the page means, or may mean, a region whose numbers are not known.
 *
 * @param array<int|string, string> $own      Attributes that differ from the site's settings; others than settings are left out.
 * @param string                    $enclosed What stands between a shortcode and its end.
 */
function element( array $own, string $enclosed = '' ): string {
	$settings = settings();
	$region   = region_of( $own, $settings, $enclosed );
	$language = $own['lang'] ?? $settings['lang'] ?? '';
	$known    = in_array( $language, languages(), true ) ? ' lang="' . esc_attr( $language ) . '"' : '';
	$values   = values( $own, $settings );
	$notice   = notice( complaints( $own, $enclosed ) );
	if ( null === $region ) {
		return $notice . '<div class="tiredness-check-advice"' . $known . '>' . fallback( $language, array( 'region' => '' ) + $values ) . '</div>';
	}
	wp_enqueue_script( SCRIPT );
	$html = '<tiredness-check';
	foreach ( $region + $values as $name => $value ) {
		$html .= ' ' . attribute_of( $name ) . '="' . esc_attr( $value ) . '"';
	}
	$html .= isolated( $own, $settings );
	return $notice . $html . $known . '>' . fallback( $language, $region + $values ) . '</tiredness-check>';
}

/**
 * The attribute that keeps the check apart from the page's other scripts. Where the site says so, no page can say otherwise.
 *
 * @param array<int|string, string> $own      Attributes of the page.
 * @param array<string, string>     $settings The site's settings.
 */
function isolated( array $own, array $settings ): string {
	$asked = $own[ ISOLATED ] ?? '';
	if ( 'fixed' === $asked ) {
		return ' isolated="fixed"';
	}
	return ! empty( $settings[ ISOLATED ] ) || ! in_array( $asked, array( '', '0', 'false' ), true ) ? ' isolated="1"' : '';
}

/**
 * What holds of the attributes and, where they say nothing, of the site's settings; but for the region and its numbers.
 *
 * @param array<int|string, string> $own      Attributes.
 * @param array<string, string>     $settings The site's settings.
 * @return array<string, string> By the settings' names.
 */
function values( array $own, array $settings ): array {
	$names  = array_diff_key( properties(), array_flip( REGION ) );
	$values = array_intersect_key( $settings, $names );
	foreach ( array_keys( $names ) as $name ) {
		$text = $own[ attribute_of( $name ) ] ?? '';
		if ( '' !== $text && '' === fault( $name, $text ) ) {
			$values[ $name ] = $text;
		}
	}
	return $values;
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
	$us        = 'US' === ( $values['region'] ?? 'US' );
	$emergency = $us ? '911' : ( $values['emergencyNumber'] ?? '' );
	$crisis    = $us ? '988' : ( $values['crisisNumber'] ?? '' );
	$phone     = $values['phone'] ?? '';
	// A region whose numbers are not known is no reason to name those of another one.
	$elsewhere = '' === $emergency || '' === $crisis;
	$holds     = array(
		'us'        => $us,
		'abroad'    => ! $us && ! $elsewhere,
		'elsewhere' => $elsewhere,
		'phone'     => '' !== $phone,
	);
	$text      = preg_replace_callback(
		'~<!-- if (\w+) -->\s*(.*?)(?:<!-- else -->\s*(.*?))?<!-- end -->\s*~s',
		static fn( array $part ): string => $holds[ $part[1] ] ? $part[2] : ( $part[3] ?? '' ),
		$text
	);
	$digits    = static fn( string $number ): string => (string) preg_replace( '/[^\d+]/', '', $number );
	$known     = array(
		'emergency'              => $emergency,
		'emergencyDigits'        => $digits( $emergency ),
		'crisis'                 => $crisis,
		'crisisDigits'           => $digits( $crisis ),
		'clinic'                 => $values['clinicName'] ?? get_bloginfo( 'name' ),
		'phone'                  => $phone,
		'phoneDigits'            => $digits( $phone ),
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

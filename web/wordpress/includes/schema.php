<?php
/**
 * What a clinic may set: read from the JSON Schema that the check is published with, so that names, ranges and
 * descriptions stand in one place. The check itself checks every setting again.
 *
 * @package TirednessCheck
 */

namespace TirednessCheck;

defined( 'ABSPATH' ) || exit;

/**
 * The settings that are one line of text or one number, by name.
 *
 * @return array<string, array<string, mixed>> JSON Schema of each.
 */
function properties(): array {
	static $properties = null;
	if ( null === $properties ) {
		$schema     = json_decode( (string) file_get_contents( plugin_dir_path( PLUGIN_FILE ) . 'assets/clinic-config.schema.json' ), true );
		$properties = array_filter(
			$schema['properties'] ?? array(),
			static fn( array $property ): bool => in_array( $property['type'] ?? '', array( 'string', 'integer' ), true )
		);
		unset( $properties['$schema'] );
	}
	return $properties;
}

/** A title or description of the schema, in the site's language: the template for translators has each of them. */
function told( string $text ): string {
	return translate( $text, 'tiredness-check' ); // phpcs:ignore WordPress.WP.I18n -- the texts stand in the schema.
}

/**
 * The languages that the check has texts in.
 *
 * @return string[] BCP 47 tags.
 */
function languages(): array {
	$files = glob( plugin_dir_path( PLUGIN_FILE ) . 'fallback/*.html' );
	return array_map( static fn( string $file ): string => basename( $file, '.html' ), $files ? $files : array() );
}

/**
 * Why a text cannot be the value of a setting; an empty string when it can.
 *
 * @param string $name A setting of properties().
 * @param string $text What was typed.
 */
function fault( string $name, string $text ): string {
	$schema = properties()[ $name ];
	if ( 'integer' === $schema['type'] ) {
		$in_range = preg_match( '/^\d{1,9}$/', $text ) && (int) $text >= $schema['minimum'] && (int) $text <= $schema['maximum'];
		/* translators: 1: smallest number, 2: largest number */
		return $in_range ? '' : sprintf( __( 'Write a whole number from %1$d to %2$d.', 'tiredness-check' ), $schema['minimum'], $schema['maximum'] );
	}
	// In bytes, as the check counts.
	if ( isset( $schema['maxLength'] ) && strlen( $text ) > $schema['maxLength'] ) {
		/* translators: %d: number of letters */
		return sprintf( __( 'Write at most %d letters; those with accents count double.', 'tiredness-check' ), $schema['maxLength'] );
	}
	// Nobody would find what cannot be seen.
	if ( preg_match( '/[\x{80}-\x{9f}\x{61c}\x{200e}\x{200f}\x{2028}-\x{202e}\x{2066}-\x{2069}\x{feff}]/u', $text, $unseen ) ) {
		// JSON writes it as \u202e; not every PHP has mb_ord.
		$code = 'U+' . strtoupper( substr( (string) wp_json_encode( $unseen[0] ), 3, 4 ) );
		/* translators: %s: a character, such as U+202E */
		return sprintf( __( 'Take out the invisible character %s.', 'tiredness-check' ), $code );
	}
	if ( preg_match( '/\p{Mn}{5}/u', $text ) ) {
		return __( 'Take out some of the marks above and below the letters: no letter needs more than four.', 'tiredness-check' );
	}
	if ( isset( $schema['pattern'] ) && ! preg_match( expression( $schema['pattern'] ), $text ) ) {
		/* translators: %s: what is expected */
		return sprintf( __( 'This does not fit: %s', 'tiredness-check' ), told( $schema['description'] ?? $schema['pattern'] ) );
	}
	return '';
}

/** The settings that only count together. */
const REGION = array( 'region', 'emergencyNumber', 'crisisNumber', 'poisonNumber' );

/**
 * Whether the settings name a region with all of its numbers, or neither.
 *
 * @param array<string, string> $values Settings by name.
 */
function is_whole( array $values ): bool {
	$given = array_intersect_key( $values, array_flip( array_diff( REGION, array( 'region' ) ) ) );
	return 'US' === ( $values['region'] ?? 'US' ) ? array() === $given : 3 === count( $given );
}

/** The attribute of a setting: clinicName is clinic-name. */
function attribute_of( string $name ): string {
	return strtolower( (string) preg_replace( '/[A-Z]/', '-$0', $name ) );
}

/** The setting of an attribute, if there is one. */
function setting_of( string $attribute ): ?string {
	$names = array_keys( properties() );
	return array_combine( array_map( __NAMESPACE__ . '\attribute_of', $names ), $names )[ $attribute ] ?? null;
}

/** A pattern of the schema, which is written for JavaScript, as PHP has it. */
function expression( string $pattern ): string {
	return '~' . preg_replace( '/\\\\u([0-9a-f]{4})/i', '\x{$1}', str_replace( '~', '\~', $pattern ) ) . '~Du';
}

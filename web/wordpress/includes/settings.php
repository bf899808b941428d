<?php
/**
 * The settings page: every setting of the schema as a field, checked when it is saved. What is refused is named beside
 * its field, and what was there before stays.
 *
 * @package TirednessCheck
 */

namespace TirednessCheck;

defined( 'ABSPATH' ) || exit;

const PAGE = 'tiredness-check';

/** Puts the page into the Settings menu, for those who may change the site's options. */
function add_settings_page(): void {
	$title = __( 'Tiredness Check', 'tiredness-check' );
	add_options_page( $title, $title, 'manage_options', PAGE, __NAMESPACE__ . '\settings_page' );
}

/** Tells WordPress the option and the fields. */
function register_settings_page(): void {
	register_setting(
		PAGE,
		OPTION,
		array(
			'type'              => 'array',
			'default'           => array(),
			'sanitize_callback' => __NAMESPACE__ . '\sanitize',
			'show_in_rest'      => false,
		)
	);
	$sections = array(
		'clinic'  => __( 'The clinic', 'tiredness-check' ),
		'numbers' => __( 'Numbers outside the US', 'tiredness-check' ),
		'limits'  => __( 'Stricter limits', 'tiredness-check' ),
	);
	foreach ( $sections as $id => $title ) {
		add_settings_section( $id, $title, static fn() => print section_text( $id ), PAGE );
	}
	add_settings_field( 'lang', __( 'Language', 'tiredness-check' ), __NAMESPACE__ . '\language_field', PAGE, 'clinic', array( 'label_for' => 'tiredness-check-lang' ) );
	foreach ( properties() as $name => $schema ) {
		$arguments = array(
			'name'      => $name,
			'schema'    => $schema,
			'label_for' => 'tiredness-check-' . attribute_of( $name ),
		);
		add_settings_field( $name, esc_html( told( $schema['title'] ?? $name ) ), __NAMESPACE__ . '\field', PAGE, section_of( $name, $schema ), $arguments );
	}
	add_settings_field( ISOLATED, __( 'Kept apart', 'tiredness-check' ), __NAMESPACE__ . '\isolated_field', PAGE, 'clinic' );
	add_settings_field( NUMBERS_IN_CONTENT, __( 'In pages', 'tiredness-check' ), __NAMESPACE__ . '\numbers_field', PAGE, 'numbers' );
}

/** Whether pages may set the region and its numbers. */
function numbers_field(): void {
	box(
		NUMBERS_IN_CONTENT,
		'tiredness-check-numbers-in-content',
		__( 'A shortcode may set the region and its numbers', 'tiredness-check' ),
		__( 'Off: only this page decides who visitors call in an emergency. On: everybody who may write a page decides it there.', 'tiredness-check' )
	);
}

/** Whether every check of the site is kept apart from the pages' other scripts. */
function isolated_field(): void {
	box(
		ISOLATED,
		'tiredness-check-isolated',
		__( 'Keep the check apart from the other scripts of its page', 'tiredness-check' ),
		__( 'On: recorders and counters on the page cannot see what is pressed in the check. It runs in a frame then; look at a page afterwards.', 'tiredness-check' )
	);
}

/** A box to tick, with what it does. */
function box( string $name, string $id, string $label, string $about ): void {
	printf(
		'<label><input type="checkbox" id="%1$s" name="%2$s[%3$s]" value="1" aria-describedby="%1$s-about"%4$s> %5$s</label><p class="description" id="%1$s-about">%6$s</p>',
		esc_attr( $id ),
		esc_attr( OPTION ),
		esc_attr( $name ),
		checked( ! empty( settings()[ $name ] ), true, false ),
		esc_html( $label ),
		esc_html( $about )
	);
}

/** The section that a setting stands in. */
function section_of( string $name, array $schema ): string {
	if ( 'integer' === $schema['type'] ) {
		return 'limits';
	}
	return 'region' === $name || preg_match( '/^(emergency|crisis|poison)Number$/', $name ) ? 'numbers' : 'clinic';
}

/** What stands above a section's fields; safe HTML. */
function section_text( string $id ): string {
	$texts = array(
		'clinic'  => __( 'Who visitors are told to call. Phone numbers without extensions.', 'tiredness-check' ),
		'numbers' => __( 'In the US leave these empty. Elsewhere fill in all four.', 'tiredness-check' ),
		'limits'  => __( 'A limit can only make the check more careful. Empty: the usual one.', 'tiredness-check' ),
	);
	return '<p>' . esc_html( $texts[ $id ] ) . '</p>';
}

/** The choice of language. */
function language_field(): void {
	$chosen = settings()['lang'] ?? '';
	echo '<select id="tiredness-check-lang" name="' . esc_attr( OPTION ) . '[lang]">';
	echo '<option value="">' . esc_html__( 'As the page', 'tiredness-check' ) . '</option>';
	foreach ( languages() as $language ) {
		echo '<option value="' . esc_attr( $language ) . '"' . selected( $chosen, $language, false ) . '>' . esc_html( $language ) . '</option>';
	}
	echo '</select>';
}

/**
 * One setting's input, with its description and what was wrong with it.
 *
 * @param array{name: string, schema: array<string, mixed>, label_for: string} $arguments As given to add_settings_field.
 */
function field( array $arguments ): void {
	$name   = $arguments['name'];
	$schema = $arguments['schema'];
	$id     = $arguments['label_for'];
	$number = 'integer' === $schema['type'];
	$limits = $number ? sprintf( ' min="%d" max="%d" placeholder="%d"', $schema['minimum'], $schema['maximum'], $schema['default'] ) : '';
	$faults = array_filter( get_settings_errors( OPTION ), static fn( array $error ): bool => $error['code'] === $name );
	printf(
		'<input type="%1$s" id="%2$s" name="%3$s[%4$s]" value="%5$s" class="%6$s" aria-describedby="%2$s-about"%7$s%8$s>',
		$number ? 'number' : 'text',
		esc_attr( $id ),
		esc_attr( OPTION ),
		esc_attr( $name ),
		esc_attr( settings()[ $name ] ?? '' ),
		$number ? 'small-text' : 'regular-text',
		$limits, // phpcs:ignore WordPress.Security.EscapeOutput -- whole numbers.
		$faults ? ' aria-invalid="true"' : ''
	);
	echo '<p class="description" id="' . esc_attr( $id ) . '-about">' . esc_html( told( $schema['description'] ?? '' ) ) . '</p>';
}

/** The page. */
function settings_page(): void {
	if ( ! current_user_can( 'manage_options' ) ) {
		wp_die( esc_html__( 'You may not change these settings.', 'tiredness-check' ) );
	}
	echo '<div class="wrap"><h1>' . esc_html( get_admin_page_title() ) . '</h1>';
	echo '<p>' . esc_html__( 'Put the check into a page with the block "Tiredness Check" or the shortcode [tiredness_check].', 'tiredness-check' ) . '</p>';
	echo '<form method="post" action="options.php">';
	settings_fields( PAGE );
	do_settings_sections( PAGE );
	submit_button();
	echo '</form></div>';
}

/**
 * What is kept of a sent form: every field that holds; of one that does not, what was there before.
 *
 * @param mixed $sent The form's fields.
 * @return array<string, string>
 */
function sanitize( $sent ): array {
	$sent   = is_array( $sent ) ? $sent : array();
	$before = settings();
	$kept   = array();
	foreach ( properties() as $name => $schema ) {
		$text = is_scalar( $sent[ $name ] ?? '' ) ? (string) ( $sent[ $name ] ?? '' ) : '';
		// An address keeps its %20; the pattern lets nothing through that could be markup.
		$text = trim( 'bookingUrl' === $name ? wp_check_invalid_utf8( $text ) : sanitize_text_field( $text ) );
		if ( '' === $text ) {
			continue;
		}
		$fault = fault( $name, $text );
		if ( '' !== $fault ) {
			add_settings_error( OPTION, $name, esc_html( told( $schema['title'] ?? $name ) . ': ' . $fault ) );
			$text        = $before[ $name ] ?? '';
			$bad_numbers = ( $bad_numbers ?? false ) || in_array( $name, REGION, true );
		}
		if ( '' !== $text ) {
			$kept[ $name ] = $text;
		}
	}
	if ( in_array( $sent['lang'] ?? '', languages(), true ) ) {
		$kept['lang'] = $sent['lang'];
	}
	foreach ( array( ISOLATED, NUMBERS_IN_CONTENT ) as $name ) {
		if ( '1' === ( $sent[ $name ] ?? '' ) ) {
			$kept[ $name ] = '1';
		}
	}
	return whole_region( $kept, $before, $bad_numbers ?? false );
}

/**
 * Outside the US all numbers are needed: with one missing, none of them counts and those from before stay.
 *
 * @param array<string, string> $kept   The settings to be saved.
 * @param array<string, string> $before The settings saved last.
 * @param bool                  $refused Whether one of them was refused: what came with it belongs to it.
 * @return array<string, string>
 */
function whole_region( array $kept, array $before, bool $refused ): array {
	if ( ! $refused && is_whole( $kept ) ) {
		return $kept;
	}
	$abroad  = 'US' !== ( $kept['region'] ?? 'US' );
	$message = $abroad
		? __( 'Outside the US the region needs the emergency, crisis and poison numbers. The numbers were left as they were.', 'tiredness-check' )
		: __( 'The numbers can only be set together with a region outside the US. They were left as they were.', 'tiredness-check' );
	add_settings_error( OPTION, 'region', esc_html( $message ) );
	$names = array_flip( REGION );
	return array_merge( array_diff_key( $kept, $names ), array_intersect_key( $before, $names ) );
}

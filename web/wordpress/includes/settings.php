<?php
/**
 * The settings page: every setting of the schema as a field, checked when it is saved. What is refused stays in its field
 * with the reason beside it, to be mended there; until then the check goes on with what was saved before.
 *
 * @package TirednessCheck
 */

namespace TirednessCheck;

defined( 'ABSPATH' ) || exit;

const PAGE = 'tiredness-check';

/** What was refused when the form was sent last, until the page shows it: a moment, as WordPress keeps its own messages. */
const REFUSED = 'tiredness_check_refused';

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
		add_settings_section( $id, $title, __NAMESPACE__ . '\section', PAGE );
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

/**
 * What stands above a section's fields.
 *
 * @param array{id: string} $section As WordPress gives it.
 */
function section( array $section ): void {
	$texts = array(
		'clinic'  => __( 'Who visitors are told to call. Phone numbers without extensions.', 'tiredness-check' ),
		'numbers' => __( 'In the US leave these empty. Elsewhere fill in all four.', 'tiredness-check' ),
		'limits'  => __( 'A limit can only make the check more careful. Empty: the usual one.', 'tiredness-check' ),
	);
	echo '<p>' . esc_html( $texts[ $section['id'] ] ) . '</p>';
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
 * What was refused when this user sent the form last: by setting, what was typed and why it was refused.
 *
 * @return array<string, array{typed: string, why: string}>
 */
function refused(): array {
	static $refused = null;
	if ( null === $refused ) {
		$kept    = get_transient( REFUSED );
		$refused = is_array( $kept ) && get_current_user_id() === $kept['user'] ? $kept['fields'] : array();
		delete_transient( REFUSED );
	}
	return $refused;
}

/**
 * One setting's input with its description; where it was refused, with what was typed and the reason.
 *
 * @param array{name: string, schema: array<string, mixed>, label_for: string} $arguments As given to add_settings_field.
 */
function field( array $arguments ): void {
	$name    = $arguments['name'];
	$schema  = $arguments['schema'];
	$id      = $arguments['label_for'];
	$number  = 'integer' === $schema['type'];
	$refused = refused()[ $name ] ?? null;
	$saved   = settings()[ $name ] ?? '';
	$shown   = $refused['typed'] ?? $saved;
	$given   = array(
		// A field for numbers would lose what is none.
		'type'             => $number && ( '' === $shown || is_numeric( $shown ) ) ? 'number' : 'text',
		'id'               => $id,
		'name'             => OPTION . "[$name]",
		'value'            => $shown,
		'class'            => $number ? 'small-text' : 'regular-text',
		'aria-describedby' => $refused ? "$id-fault $id-about" : "$id-about",
	);
	if ( $number ) {
		$given += array(
			'min'         => $schema['minimum'],
			'max'         => $schema['maximum'],
			'placeholder' => $schema['default'],
		);
	}
	if ( $refused ) {
		$given['aria-invalid'] = 'true';
	}
	echo '<input';
	foreach ( $given as $attribute => $value ) {
		printf( ' %s="%s"', esc_attr( $attribute ), esc_attr( $value ) );
	}
	echo '>';
	if ( $refused ) {
		/* translators: %s: what was saved before */
		$until = '' === $saved ? __( 'Not saved.', 'tiredness-check' ) : sprintf( __( 'Not saved. Until then this counts: %s', 'tiredness-check' ), $saved );
		echo '<p id="' . esc_attr( $id ) . '-fault"><strong>' . esc_html( $refused['why'] ) . '</strong> ' . esc_html( $until ) . '</p>';
	}
	// A reason that says what is expected has all of it.
	$about = told( $schema['description'] ?? '' );
	if ( ! $refused || '' === $about || false === strpos( $refused['why'], $about ) ) {
		echo '<p class="description" id="' . esc_attr( $id ) . '-about">' . esc_html( $about ) . '</p>';
	}
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
 * What was typed into the field of a setting.
 *
 * @param array<string, mixed> $sent The form's fields.
 * @param string               $name A setting of properties().
 */
function typed( array $sent, string $name ): string {
	$text = is_scalar( $sent[ $name ] ?? '' ) ? (string) ( $sent[ $name ] ?? '' ) : '';
	// An address keeps its %20; the pattern lets nothing through that could be markup.
	return trim( 'bookingUrl' === $name ? wp_check_invalid_utf8( $text ) : sanitize_text_field( $text ) );
}

/**
 * What is kept of a sent form: every field that holds; of one that does not, what was there before.
 *
 * @param mixed $sent The form's fields.
 * @return array<string, string>
 */
function sanitize( $sent ): array {
	$sent    = is_array( $sent ) ? $sent : array();
	$before  = settings();
	$kept    = array();
	$refused = array();
	foreach ( properties() as $name => $schema ) {
		$text  = typed( $sent, $name );
		$fault = '' === $text ? '' : fault( $name, $text );
		if ( '' !== $fault ) {
			$refused[ $name ] = array( 'typed' => $text, 'why' => $fault );
			add_settings_error( OPTION, $name, esc_html( told( $schema['title'] ?? $name ) . ': ' . $fault ) );
			$text = $before[ $name ] ?? '';
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
	$region = region_fault( $kept, $refused );
	if ( '' !== $region ) {
		add_settings_error( OPTION, 'region', esc_html( $region ) );
		$names = array_flip( REGION );
		$kept  = array_merge( array_diff_key( $kept, $names ), array_intersect_key( $before, $names ) );
		// They belong together: all of them stay as they were typed, those that were emptied too.
		foreach ( REGION as $name ) {
			$refused[ $name ] = $refused[ $name ] ?? array( 'typed' => typed( $sent, $name ), 'why' => $region );
		}
	}
	if ( $refused ) {
		set_transient( REFUSED, array( 'user' => get_current_user_id(), 'fields' => $refused ), MINUTE_IN_SECONDS );
	}
	return $kept;
}

/**
 * Why the region and its numbers cannot be saved; an empty string when they can. Outside the US all numbers are needed:
 * with one missing, none of them counts and those from before stay.
 *
 * @param array<string, string>               $kept    The settings to be saved.
 * @param array<string, array<string, mixed>> $refused Those that were refused: what came with one of the region belongs to it.
 */
function region_fault( array $kept, array $refused ): string {
	if ( ! array_intersect_key( $refused, array_flip( REGION ) ) && is_whole( $kept ) ) {
		return '';
	}
	return 'US' === ( $kept['region'] ?? 'US' )
		? __( 'The numbers can only be set together with a region outside the US. They were left as they were.', 'tiredness-check' )
		: __( 'Outside the US the region needs the emergency, crisis and poison numbers. The numbers were left as they were.', 'tiredness-check' );
}

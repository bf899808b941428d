<?php
/**
 * What the text of a page may decide, and what is told to those who write it. Whoever may write a page can put the check
 * into it; who is called in an emergency is the clinic's to say: the region and its numbers come from the settings page,
 * unless an administrator lets pages set them. A phone of the clinic may stand in a page, as clinics have several places
 * and whoever writes can put any number there in plain words; 911 and 988, or the region's numbers, stand beside it.
 *
 * @package TirednessCheck
 */

namespace TirednessCheck;

defined( 'ABSPATH' ) || exit;

/** The setting that lets pages set the region and its numbers. */
const NUMBERS_IN_CONTENT = 'numbersInContent';

/** Reads the shortcode by what was written, and tells those who write. */
function register_content(): void {
	add_filter( 'pre_do_shortcode_tag', __NAMESPACE__ . '\read_shortcode', 10, 4 );
	add_action( 'edit_form_top', __NAMESPACE__ . '\tell_classic_editor' );
	add_action( 'rest_api_init', __NAMESPACE__ . '\register_look' );
}

/**
 * A shortcode whose quotes a word processor has bent is read all the same.
 *
 * @param string|false  $output     What another plugin made of it.
 * @param string        $tag        The shortcode.
 * @param mixed         $attributes As WordPress understood them.
 * @param array<string> $written    The parts of the shortcode as written.
 */
function read_shortcode( $output, $tag, $attributes, $written ) {
	return 'tiredness_check' === $tag && false === $output ? element( written( $written[3] ?? '' ), (string) ( $written[5] ?? '' ) ) : $output;
}

/**
 * The attributes of a shortcode as they were written, by the names of the element's.
 *
 * @param string $text What stands between the shortcode's name and its bracket.
 * @return array<int|string, string> What was not understood has a number for a name.
 */
function written( string $text ): array {
	$bent     = '“”„‟«»″';
	$text     = str_replace( array( '&#8220;', '&#8221;', '&#8222;', '&#8243;', '&ldquo;', '&rdquo;', '&bdquo;' ), '”', $text );
	$straight = preg_replace( '/=\s*[' . $bent . ']([^"' . $bent . ']*)["' . $bent . ']/u', '="$1"', $text );
	$straight = preg_replace( '/=\s*[‘’‚‛′]([^\'‘’‚‛′]*)[\'‘’‚‛′](?=\s|$)/u', '="$1"', $straight ?? $text );
	$parsed   = shortcode_parse_atts( $straight ?? $text );
	$values   = array();
	foreach ( is_array( $parsed ) ? $parsed : array() as $name => $value ) {
		$values[ is_int( $name ) ? $name : str_replace( '_', '-', strtolower( $name ) ) ] = (string) $value;
	}
	return $values;
}

/**
 * What stands in a shortcode and is not read: names that no setting has, what was not understood, values that were refused
 * or have swallowed the next name, and what is enclosed.
 *
 * @param array<int|string, string> $own      Attributes of the page.
 * @param string                    $enclosed What stands between the shortcode and its end.
 */
function unread( array $own, string $enclosed ): string {
	$unread  = array( $enclosed );
	$choices = array(
		'lang'   => languages(),
		ISOLATED => array( '', '0', '1', 'true', 'false', 'fixed' ),
	);
	foreach ( $own as $name => $text ) {
		$setting = is_int( $name ) ? null : setting_of( $name );
		if ( null === $setting ) {
			$unread[] = in_array( $text, $choices[ $name ] ?? array(), true ) ? '' : "$name $text";
		} elseif ( '' !== fault( $setting, $text ) || preg_match( '/=\s*$/', $text ) ) {
			$unread[] = $text;
		}
	}
	return implode( ' ', $unread );
}

/**
 * Whether a text may say where somebody is, or whom to call there: "region", "country", the three numbers in every
 * spelling, or a file of settings; also with a letter too many, too few, wrong or turned round, in a long word two.
 */
function sounds_regional( string $text ): bool {
	preg_match_all( '/[a-z]+/', strtolower( $text ), $words );
	foreach ( $words[0] as $word ) {
		$word = substr( $word, 0, 40 );
		foreach ( array( 'region', 'country', 'emergency', 'crisis', 'poison', 'config' ) as $meant ) {
			foreach ( array( $meant, $meant . 'number' ) as $name ) {
				$near = levenshtein( $word, $name ) <= ( strlen( $name ) > 7 ? 2 : 1 );
				if ( $near || 0 === strpos( $word, $meant ) || count_chars( $word, 1 ) === count_chars( $name, 1 ) ) {
					return true;
				}
			}
		}
	}
	return false;
}

/**
 * The region and its numbers that hold. They come from one place, and only whole: nobody is ever given a number of
 * another region.
 *
 * @param array<int|string, string> $own      Attributes of the page.
 * @param array<string, string>     $settings The site's settings.
 * @param string                    $enclosed What stands between the shortcode and its end.
 * @return array<string, string>|null By the settings' names; null where the page means, or may mean, a region whose numbers are not known.
 */
function region_of( array $own, array $settings, string $enclosed = '' ): ?array {
	if ( sounds_regional( unread( $own, $enclosed ) ) ) {
		return null;
	}
	$site  = array_intersect_key( $settings, array_flip( REGION ) );
	$asked = array();
	foreach ( REGION as $name ) {
		$text = trim( $own[ attribute_of( $name ) ] ?? '' );
		if ( '' !== $text ) {
			$asked[ $name ] = $text;
		}
	}
	if ( array() === array_diff_assoc( $asked, $site + array( 'region' => 'US' ) ) ) {
		return $site;
	}
	foreach ( $asked as $name => $text ) {
		if ( '' !== fault( $name, $text ) ) {
			return null;
		}
	}
	return is_whole( $asked ) && ! empty( $settings[ NUMBERS_IN_CONTENT ] ) ? $asked : null;
}

/**
 * What is wrong with the check of a page, in plain words.
 *
 * @param array<int|string, string> $own      Its attributes.
 * @param string                    $enclosed What stands between the shortcode and its end.
 * @return string[]
 */
function complaints( array $own, string $enclosed = '' ): array {
	$settings = settings();
	$told     = array();
	foreach ( $own as $name => $text ) {
		$setting = is_int( $name ) ? null : setting_of( $name );
		if ( is_int( $name ) || preg_match( '/["“”„‟«»″]/u', $text ) ) {
			/* translators: %s: a part of what somebody wrote */
			$told[] = sprintf( __( 'This was not understood: %s. Write straight quotes, as in phone="(804) 555-0100".', 'tiredness-check' ), $text );
		} elseif ( 'lang' === $name ) {
			/* translators: %s: a language's tag */
			$told[] = in_array( $text, languages(), true ) ? '' : sprintf( __( 'The check has no texts in this language: %s.', 'tiredness-check' ), $text );
		} elseif ( null === $setting && ISOLATED !== $name ) {
			/* translators: %s: the name of a setting */
			$told[] = sprintf( __( 'There is no setting of this name: %s.', 'tiredness-check' ), $name );
		} elseif ( null !== $setting && '' !== $text && '' !== fault( $setting, $text ) ) {
			$told[] = $name . ': ' . fault( $setting, $text );
		}
	}
	if ( sounds_regional( unread( $own, $enclosed ) ) ) {
		$told[] = __( 'Something here may say whom to call in another region, and was not understood. Until it is mended or taken out, visitors see advice and no check.', 'tiredness-check' );
	} elseif ( null === region_of( $own, $settings ) ) {
		$told[] = empty( $settings[ NUMBERS_IN_CONTENT ] )
			? __( 'Only an administrator sets the region and its numbers, under Settings > Tiredness Check. Until they are taken out here, visitors see advice and no check.', 'tiredness-check' )
			: __( 'Outside the US the region needs the emergency, crisis and poison numbers. Until then visitors see advice and no check.', 'tiredness-check' );
	}
	if ( '' !== trim( $enclosed ) ) {
		$told[] = __( 'What stands between the shortcode and its end is not read: settings stand in the shortcode, or under Settings > Tiredness Check.', 'tiredness-check' );
	}
	return array_merge( array_filter( $told ), missing_settings( $settings ) );
}

/**
 * What the site itself has not said yet.
 *
 * @param array<string, string> $settings The site's settings.
 * @return string[]
 */
function missing_settings( array $settings ): array {
	$told = array();
	if ( array() === array_intersect_key( $settings, properties() ) ) {
		$told[] = __( 'No settings were made: visitors are told the numbers of the US, and no phone of the clinic. See Settings > Tiredness Check.', 'tiredness-check' );
	}
	if ( ! isset( $settings['region'] ) && preg_match( '/_([A-Z]{2})\b/', get_locale(), $country ) && 'US' !== $country[1] ) {
		/* translators: %s: a country's code */
		$told[] = sprintf( __( 'This site is written for %s, and the numbers to call are those of the US. If that is wrong, set the region under Settings > Tiredness Check.', 'tiredness-check' ), $country[1] );
	}
	return $told;
}

/**
 * The same for all checks in a text.
 *
 * @param string $content A post's, as it is kept.
 * @return string[]
 */
function complaints_in( string $content ): array {
	$told  = array();
	$there = has_block( 'tiredness-check/check', $content );
	if ( preg_match_all( '/' . get_shortcode_regex( array( 'tiredness_check' ) ) . '/s', $content, $all, PREG_SET_ORDER ) ) {
		foreach ( $all as $one ) {
			// [[…]] only shows how one is written.
			$there = $there || '[' !== $one[1];
			$told  = '[' === $one[1] ? $told : array_merge( $told, complaints( written( $one[3] ), $one[5] ) );
		}
	}
	if ( preg_match( '/<tiredness-check\b|\bdata-tiredness-check\b/i', $content ) ) {
		$told[] = __( 'A tag of the check in the text does not work in WordPress, which damages settings in JSON inside it. Use the block "Tiredness Check" or the shortcode [tiredness_check].', 'tiredness-check' );
	}
	return array_values( array_unique( $there ? array_merge( $told, missing_settings( settings() ) ) : $told ) );
}

/**
 * For those alone who may edit the page that is shown; safe HTML.
 *
 * @param string[] $told What is wrong.
 */
function notice( array $told ): string {
	$post = get_the_ID();
	if ( ! $told || ! ( $post ? current_user_can( 'edit_post', $post ) : current_user_can( 'edit_posts' ) ) ) {
		return '';
	}
	$lines = implode( '', array_map( static fn( string $line ): string => '<li>' . esc_html( $line ) . '</li>', array_unique( $told ) ) );
	$title = esc_html__( 'Tiredness Check: only those who can edit this page see this.', 'tiredness-check' );
	return '<div class="tiredness-check-notice notice notice-warning" role="note"><p><strong>' . $title . '</strong></p><ul>' . $lines . '</ul></div>';
}

/** Above the classic editor's form. */
function tell_classic_editor( \WP_Post $post ): void {
	echo wp_kses_post( notice( complaints_in( $post->post_content ) ) );
}

/** The block editor asks what is wrong with a text whenever it was saved. */
function register_look(): void {
	register_rest_route(
		'tiredness-check/v1',
		'/look',
		array(
			'methods'             => 'POST',
			'permission_callback' => static fn(): bool => current_user_can( 'edit_posts' ),
			'args'                => array( 'content' => array( 'type' => 'string', 'required' => true ) ),
			'callback'            => static fn( \WP_REST_Request $request ): array => complaints_in( $request['content'] ),
		)
	);
}

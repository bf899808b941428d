<?php
/**
 * Prints each place where a plugin writes into a page what was not escaped there and then, by the rule that the plugin
 * directory goes by: `php unescaped.php FILE…`.
 */

const ESCAPES = array( 'esc_attr', 'esc_html', 'esc_url', 'esc_textarea', 'esc_js', 'esc_attr__', 'esc_html__', 'esc_attr_x', 'esc_html_x', 'wp_kses', 'wp_kses_post', 'wp_kses_data', 'absint', 'intval', 'wp_json_encode' );
/** They escape what they are given. */
const SAFE = array( 'checked', 'selected', 'disabled', 'readonly' );
const WRITES = array( 'printf', 'vprintf', '_e', '_ex' );

/** Tokens without spaces and comments, each as [id, text, line]. */
function tokens( string $file ): array {
	$line = 1;
	$all  = array();
	foreach ( token_get_all( file_get_contents( $file ) ) as $token ) {
		$line = is_array( $token ) ? $token[2] : $line;
		$one  = is_array( $token ) ? $token : array( null, $token, $line );
		if ( ! in_array( $one[0], array( T_WHITESPACE, T_COMMENT, T_DOC_COMMENT ), true ) ) {
			$all[] = $one;
		}
	}
	return $all;
}

/** How much deeper a token leads. */
function step( string $text ): int {
	return ( in_array( $text, array( '(', '[', '{' ), true ) ? 1 : 0 ) - ( in_array( $text, array( ')', ']', '}' ), true ) ? 1 : 0 );
}

/** The parts of an expression, without the conditions of ?: */
function parts( array $tokens ): array {
	$parts = array( array() );
	$depth = 0;
	foreach ( $tokens as $token ) {
		if ( 0 === $depth && '?' === $token[1] ) {
			$parts[ count( $parts ) - 1 ] = array();
		} elseif ( 0 === $depth && in_array( $token[1], array( '.', ',', ':' ), true ) ) {
			$parts[] = array();
		} else {
			$parts[ count( $parts ) - 1 ][] = $token;
		}
		$depth += step( $token[1] );
	}
	return array_filter( $parts );
}

function is_safe( array $part ): bool {
	$first = $part[0];
	if ( in_array( $first[0], array( T_CONSTANT_ENCAPSED_STRING, T_LNUMBER, T_DNUMBER, T_INT_CAST, T_BOOL_CAST ), true ) ) {
		return true;
	}
	if ( '(' === $first[1] ) {
		return array_reduce( parts( array_slice( $part, 1, -1 ) ), static fn( bool $safe, array $one ): bool => $safe && is_safe( $one ), true );
	}
	return T_STRING === $first[0] && in_array( $first[1], array_merge( ESCAPES, SAFE ), true );
}

/** The tokens from one place to the end of the statement, or of the call. */
function rest( array $tokens, int $from ): array {
	$depth = 0;
	for ( $to = $from; $to < count( $tokens ); $to++ ) {
		$depth += step( $tokens[ $to ][1] );
		if ( $depth < 0 || ( 0 === $depth && ';' === $tokens[ $to ][1] ) ) {
			break;
		}
	}
	return array_slice( $tokens, $from, $to - $from );
}

foreach ( array_slice( $argv, 1 ) as $file ) {
	$tokens = tokens( $file );
	foreach ( $tokens as $at => $token ) {
		$writes = T_STRING === $token[0] && in_array( $token[1], WRITES, true ) && '(' === ( $tokens[ $at + 1 ][1] ?? '' );
		if ( ! $writes && ! in_array( $token[0], array( T_ECHO, T_PRINT, T_OPEN_TAG_WITH_ECHO ), true ) ) {
			continue;
		}
		foreach ( parts( rest( $tokens, $at + ( $writes ? 2 : 1 ) ) ) as $part ) {
			if ( ! is_safe( $part ) ) {
				echo basename( $file ), ':', $token[2], ' ', implode( ' ', array_column( $part, 1 ) ), "\n";
			}
		}
	}
}

<?php
/** What WordPress does to a post: `php wordpress.php autop|kses <html`, or `version`. Its own functions, without a database. */
define( 'ABSPATH', '/usr/share/wordpress/' );
define( 'WPINC', 'wp-includes' );
require ABSPATH . WPINC . '/version.php';
if ( 'version' === $argv[1] ) {
	echo $wp_version;
	exit;
}
require ABSPATH . WPINC . '/compat.php';
require ABSPATH . WPINC . '/plugin.php';
require ABSPATH . WPINC . '/functions.php';
require ABSPATH . WPINC . '/formatting.php';
require ABSPATH . WPINC . '/kses.php';
$html = stream_get_contents( STDIN );
// What a post passes on its way to a page, for who may write any HTML; the other does so when it is saved.
echo wpautop( 'kses' === $argv[1] ? wp_kses_post( $html ) : $html );

/** The block in the editor: its language, the way to the settings, the check itself as preview, and what is wrong with it. */
( function ( apiFetch, blocks, blockEditor, components, data, element, i18n, ServerSideRender, site ) {
	'use strict';
	const el = element.createElement;
	const __ = i18n.__;
	const name = 'tiredness-check/check';

	/** "español", "English": each language by its own name. */
	function nameOf( language ) {
		try {
			return new Intl.DisplayNames( [ language ], { type: 'language' } ).of( language );
		} catch ( error ) {
			return language;
		}
	}

	function settingsLink() {
		return site.settingsPage
			? el( 'p', {}, el( 'a', { href: site.settingsPage }, __( 'Clinic, phone numbers and limits', 'tiredness-check' ) ) )
			: null;
	}

	function inspector( props ) {
		const choices = [ { value: '', label: __( 'As the page', 'tiredness-check' ) } ].concat(
			site.languages.map( ( language ) => ( { value: language, label: nameOf( language ) } ) )
		);
		return el(
			blockEditor.InspectorControls,
			{},
			el(
				components.PanelBody,
				{ title: __( 'Check', 'tiredness-check' ) },
				el( components.SelectControl, {
					label: __( 'Language', 'tiredness-check' ),
					value: props.attributes.language,
					options: choices,
					__next40pxDefaultSize: true,
					__nextHasNoMarginBottom: true,
					onChange: ( language ) => props.setAttributes( { language } ),
				} ),
				settingsLink()
			)
		);
	}

	blocks.registerBlockType( name, {
		edit: ( props ) =>
			el(
				'div',
				blockEditor.useBlockProps(),
				inspector( props ),
				el( components.Disabled, {}, el( ServerSideRender, { block: name, attributes: props.attributes } ) )
			),
		save: () => null,
	} );

	/** What is wrong with the checks of this text, as one notice above it. */
	let looks = 0;
	function look() {
		const mine = ++looks;
		const notice = { id: 'tiredness-check', isDismissible: true };
		const content = data.select( 'core/editor' ).getEditedPostContent();
		apiFetch( { path: '/tiredness-check/v1/look', method: 'POST', data: { content } } ).then( ( told ) => {
			// An answer that comes late is about an older text.
			if ( mine !== looks ) {
				return;
			}
			const notices = data.dispatch( 'core/notices' );
			if ( told.length ) {
				notices.createWarningNotice( __( 'Tiredness Check', 'tiredness-check' ) + ': ' + told.join( ' ' ), notice );
			} else {
				notices.removeNotice( notice.id );
			}
		}, () => {} );
	}

	/** When the text is there, and whenever it was saved. */
	let seen = false;
	let saving = false;
	data.subscribe( () => {
		const editor = data.select( 'core/editor' );
		if ( ! editor || ! editor.getCurrentPostId() ) {
			return;
		}
		const isSaving = editor.isSavingPost();
		if ( ! seen || ( saving && ! isSaving ) ) {
			look();
		}
		seen = true;
		saving = isSaving;
	} );
} )(
	window.wp.apiFetch,
	window.wp.blocks,
	window.wp.blockEditor,
	window.wp.components,
	window.wp.data,
	window.wp.element,
	window.wp.i18n,
	window.wp.serverSideRender,
	window.tirednessCheckEditor
);

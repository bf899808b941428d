/** The block in the editor: its language, the way to the settings, and the check itself as preview. */
( function ( blocks, blockEditor, components, element, i18n, ServerSideRender, site ) {
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
} )(
	window.wp.blocks,
	window.wp.blockEditor,
	window.wp.components,
	window.wp.element,
	window.wp.i18n,
	window.wp.serverSideRender,
	window.tirednessCheckEditor
);

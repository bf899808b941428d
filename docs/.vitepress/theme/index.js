/** VitePress's own theme, with the system's fonts and room for long words. */
import DefaultTheme from 'vitepress/theme-without-fonts'
import './docs.css'

export default DefaultTheme

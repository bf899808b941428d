"""An empty window of Qt's own old Chromium, which the tests then drive."""
import sys

from PyQt5.QtCore import QUrl
from PyQt5.QtWebEngineWidgets import QWebEngineView
from PyQt5.QtWidgets import QApplication

application = QApplication(sys.argv)
view = QWebEngineView()
view.resize(390, 844)
view.load(QUrl("about:blank"))
view.show()
sys.exit(application.exec_())

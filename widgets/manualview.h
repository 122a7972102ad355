// SPDX-License-Identifier: GPL-3.0-or-later
// The offline manual: Markdown pages in the program's resources. Qt gives Markdown headings no anchors, they
// are added when a page is loaded: "Reading the tiles" is #reading-the-tiles, as on the web.
#pragma once

#include <QMainWindow>
#include <QTextBrowser>

class QLabel;
class QLineEdit;
class QListWidget;

namespace WhiteBox {

/// "#reading-the-tiles" of "Reading the tiles", without the #.
QString anchorOf(const QString &heading);

/// One page of the manual; its headings are anchors.
class ManualPage : public QTextBrowser
{
    Q_OBJECT

public:
    using QTextBrowser::QTextBrowser;

    /// Of the page's headings, in their order.
    QStringList anchors() const;

protected:
    /// Pictures are no wider than the text.
    QVariant loadResource(int type, const QUrl &name) override;
    void doSetSource(const QUrl &url, QTextDocument::ResourceType type) override;

private:
    void addAnchors();
};

/// The manual's window: contents at the side, back and forward, find through all pages.
class ManualView : public QMainWindow
{
    Q_OBJECT

public:
    explicit ManualView(QWidget *parent = nullptr);

    /// File names of the pages in reading order, as the first page links them; the first page itself is
    /// first.
    static QStringList pages();
    /// "A page" of its first heading; empty where there is no such page.
    static QString titleOf(const QString &page);

    /// "window.md" or "window.md#the-map".
    void showPage(const QString &page);
    /// File name of the page that is shown.
    QString currentPage() const;
    ManualPage *text() const { return m_text; }

    /// Goes to the next place of the text, on later pages too and then from the first on. False: nowhere.
    bool findNext(const QString &text);

private:
    void makeToolBar();
    void showCurrent();

    ManualPage *m_text;
    QListWidget *m_contents;
    QLineEdit *m_find = nullptr;
    QLabel *m_nowhere = nullptr;
};

} // namespace WhiteBox

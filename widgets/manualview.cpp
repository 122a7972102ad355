// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/manualview.h"

#include <QAction>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSplitter>
#include <QStyle>
#include <QTextBlock>
#include <QToolBar>

namespace WhiteBox {

namespace {

constexpr QSize kSize(1020, 760);
constexpr int kContentsWidth = 220;
constexpr int kPictureWidth = 720;
const QString kFirstPage = QStringLiteral("index.md");

QString contentOf(const QString &page)
{
    QFile file(QStringLiteral(":/manual/") + page);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QUrl urlOf(const QString &page)
{
    return QUrl(QStringLiteral("qrc:/manual/") + page);
}

} // namespace

QString anchorOf(const QString &heading)
{
    static const QRegularExpression separators(QStringLiteral("[^\\w]+"),
                                               QRegularExpression::UseUnicodePropertiesOption);
    QString anchor = heading.toLower();
    anchor.replace(separators, QStringLiteral("-"));
    while (anchor.endsWith(QLatin1Char('-')))
        anchor.chop(1);
    return anchor;
}

QStringList ManualPage::anchors() const
{
    QStringList found;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        found << block.charFormat().anchorNames();
    return found;
}

QVariant ManualPage::loadResource(int type, const QUrl &name)
{
    const QVariant loaded = QTextBrowser::loadResource(type, name);
    if (type != QTextDocument::ImageResource)
        return loaded;
    const QImage image = loaded.typeId() == QMetaType::QByteArray ? QImage::fromData(loaded.toByteArray())
                                                                  : loaded.value<QImage>();
    return image.width() <= kPictureWidth ? image
                                          : image.scaledToWidth(kPictureWidth, Qt::SmoothTransformation);
}

void ManualPage::doSetSource(const QUrl &url, QTextDocument::ResourceType type)
{
    QTextBrowser::doSetSource(url, type);
    addAnchors();
    if (url.hasFragment())
        scrollToAnchor(url.fragment());
    else
        verticalScrollBar()->setValue(0);
}

void ManualPage::addAnchors()
{
    QTextCharFormat format;
    format.setAnchor(true);
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0)
            continue;
        format.setAnchorNames({anchorOf(block.text())});
        QTextCursor(block).mergeBlockCharFormat(format);
    }
    document()->markContentsDirty(0, document()->characterCount()); // the first heading stays unseen else
}

ManualView::ManualView(QWidget *parent)
    : QMainWindow(parent, Qt::Window)
    , m_text(new ManualPage(this))
    , m_contents(new QListWidget(this))
{
    resize(kSize);
    m_text->setOpenExternalLinks(true);
    m_text->setAccessibleName(tr("Page of the manual"));
    m_text->document()->setDocumentMargin(18);
    m_contents->setAccessibleName(tr("Contents"));
    for (const QString &page : pages()) {
        auto *item = new QListWidgetItem(titleOf(page), m_contents);
        item->setData(Qt::UserRole, page);
    }
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_contents);
    splitter->addWidget(m_text);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kContentsWidth, kSize.width() - kContentsWidth});
    setCentralWidget(splitter);
    makeToolBar();
    connect(m_contents, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        const QString page = item ? item->data(Qt::UserRole).toString() : QString();
        if (!page.isEmpty() && page != currentPage())
            showPage(page);
    });
    // sourceChanged() comes before source() is the new one.
    connect(m_text, &QTextBrowser::historyChanged, this, &ManualView::showCurrent);
    showPage(kFirstPage);
}

void ManualView::makeToolBar()
{
    QToolBar *bar = addToolBar(tr("Manual"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    const auto add = [&](QStyle::StandardPixmap icon, const QString &text, const QKeySequence &key,
                         void (QTextBrowser::*does)()) {
        QAction *action = bar->addAction(style()->standardIcon(icon), text);
        action->setShortcut(key);
        action->setToolTip(QStringLiteral("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText)));
        connect(action, &QAction::triggered, m_text, does);
        return action;
    };
    QAction *back =
        add(QStyle::SP_ArrowBack, tr("Back"), QKeySequence(Qt::ALT | Qt::Key_Left), &QTextBrowser::backward);
    QAction *forward = add(QStyle::SP_ArrowForward, tr("Forward"), QKeySequence(Qt::ALT | Qt::Key_Right),
                           &QTextBrowser::forward);
    back->setEnabled(false);
    forward->setEnabled(false);
    connect(m_text, &QTextBrowser::backwardAvailable, back, &QAction::setEnabled);
    connect(m_text, &QTextBrowser::forwardAvailable, forward, &QAction::setEnabled);

    m_find = new QLineEdit(bar);
    m_find->setPlaceholderText(tr("Find in the manual"));
    m_find->setAccessibleName(m_find->placeholderText());
    m_find->setClearButtonEnabled(true);
    m_find->setMaximumWidth(260);
    m_nowhere = new QLabel(bar);
    bar->addSeparator();
    bar->addWidget(m_find);
    bar->addWidget(m_nowhere);
    connect(m_find, &QLineEdit::returnPressed, this, [this] { findNext(m_find->text()); });
    connect(m_find, &QLineEdit::textEdited, m_nowhere, &QLabel::clear);
    auto *find = new QAction(this);
    find->setShortcut(QKeySequence::Find);
    connect(find, &QAction::triggered, m_find, [this] {
        m_find->setFocus(Qt::ShortcutFocusReason);
        m_find->selectAll();
    });
    auto *close = new QAction(this);
    close->setShortcut(Qt::Key_Escape);
    connect(close, &QAction::triggered, this, &QWidget::close);
    addActions({find, close});
}

QStringList ManualView::pages()
{
    static const QRegularExpression link(QStringLiteral("\\]\\(([a-z-]+\\.md)\\)"));
    QStringList found{kFirstPage};
    const QString first = contentOf(kFirstPage);
    for (auto match = link.globalMatch(first); match.hasNext();)
        found << match.next().captured(1);
    found.removeDuplicates();
    return found;
}

QString ManualView::titleOf(const QString &page)
{
    static const QRegularExpression heading(QStringLiteral("^# (.+)$"), QRegularExpression::MultilineOption);
    return heading.match(contentOf(page)).captured(1);
}

void ManualView::showPage(const QString &page)
{
    m_text->setSource(urlOf(page), QTextDocument::MarkdownResource);
}

QString ManualView::currentPage() const
{
    return m_text->source().fileName();
}

void ManualView::showCurrent()
{
    const int row = int(pages().indexOf(currentPage()));
    m_contents->setCurrentRow(row);
    setWindowTitle(tr("%1 – White Box manual").arg(titleOf(currentPage())));
}

bool ManualView::findNext(const QString &text)
{
    m_nowhere->clear();
    if (text.isEmpty() || m_text->find(text))
        return !text.isEmpty();
    const QStringList all = pages();
    const auto here = all.indexOf(currentPage());
    // The page itself comes last: from its beginning.
    for (qsizetype step = 1; step <= all.size(); ++step) {
        const QString page = all[(here + step) % all.size()];
        if (!contentOf(page).contains(text, Qt::CaseInsensitive))
            continue;
        if (page != currentPage())
            showPage(page);
        m_text->moveCursor(QTextCursor::Start);
        if (m_text->find(text))
            return true;
    }
    m_nowhere->setText(tr("Not in the manual"));
    return false;
}

} // namespace WhiteBox

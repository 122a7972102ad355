// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/textview.h"

#include <QScrollBar>
#include <QTextDocument>

namespace WhiteBox {

TextView::TextView(QWidget *parent)
    : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setUndoRedoEnabled(false);
    // The text stands on the panel's ground, not in a field for input.
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(8);
}

void TextView::showHtml(const QString &html)
{
    if (m_html == html)
        return;
    m_html = html;
    const int scrolled = verticalScrollBar()->value();
    setHtml(html);
    verticalScrollBar()->setValue(scrolled);
}

} // namespace WhiteBox

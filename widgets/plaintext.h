// SPDX-License-Identifier: GPL-3.0-or-later
// Labels and tool tips take what looks like HTML for HTML. Names of proteins, files and arrays come from
// strangers: they are shown letter by letter, in labels by Qt::PlainText and in tool tips by this.
#pragma once

#include <QString>
#include <QTextDocument>

namespace WhiteBox {

inline QString plainToolTip(const QString &text)
{
    return Qt::mightBeRichText(text)
               ? QStringLiteral("<span style='white-space:pre-wrap'>%1</span>").arg(text.toHtmlEscaped())
               : text;
}

} // namespace WhiteBox

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace WhiteBox {

/// Rich text that is read, scrolled and copied, and changes with every pair that the mouse passes. A QLabel
/// in a scroll area lays such text out four times for each change, this once.
class TextView : public QTextBrowser
{
    Q_OBJECT

public:
    explicit TextView(QWidget *parent = nullptr);

    /// Replaces the text; what was scrolled to stays in place, and the same text again costs nothing.
    void showHtml(const QString &html);

private:
    QString m_html;
};

} // namespace WhiteBox

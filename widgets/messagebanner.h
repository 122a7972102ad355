// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace WhiteBox {

/// A message inside the window, never a dialog: an error in its three parts with the failed command on
/// demand, or warnings that stay as long as they hold.
class MessageBanner : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Error, Warning, Notice };

    explicit MessageBanner(QWidget *parent = nullptr);

    /// A cancelled error hides the banner: cancelling is no error.
    void showError(const Error &error);
    /// With answers as buttons beside it; the chosen one's number is told by answered().
    void showText(Kind kind, const QString &text, const QStringList &answers = {});
    /// A heading and what stands under it, a line each; what would make the banner tall is under Details.
    void showLines(Kind kind, const QStringList &lines);
    /// A message that asks: buttons with the answers; the chosen one's number is told by answered().
    void showQuestion(const Error &error, const QStringList &answers);
    QString text() const;
    /// Of the last message.
    Kind kind() const { return m_kind; }
    /// Command, exit status and last output of a failed tool, or the lines that did not fit; else empty.
    QString details() const;

Q_SIGNALS:
    void closed();
    void answered(int answer);

private:
    void setKind(Kind kind);
    void setAnswers(const QStringList &answers);

    QLabel *m_icon;
    QLabel *m_text;
    QHBoxLayout *m_answers;
    QToolButton *m_detailsButton;
    QToolButton *m_copyButton;
    QPlainTextEdit *m_details;
    QString m_plain;
    Kind m_kind = Kind::Notice;
};

} // namespace WhiteBox

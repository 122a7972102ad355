// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/messagebanner.h"

#include "core/base/commandline.h"
#include "widgets/breakabletext.h"

#include <QApplication>
#include <QClipboard>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace WhiteBox {

namespace {

QString detailsOf(const Error &error)
{
    QStringList lines;
    if (!error.command.isEmpty()) {
        lines << MessageBanner::tr("Command: %1").arg(commandLine(error.command))
              << MessageBanner::tr("Exit status: %1").arg(error.exitStatus);
    }
    if (!error.outputTail.isEmpty())
        lines << MessageBanner::tr("Its last output:") << error.outputTail;
    return lines.join(QLatin1Char('\n'));
}

QString sentence(QString text)
{
    text = text.trimmed();
    if (text.isEmpty())
        return text;
    text[0] = text[0].toUpper();
    return text.endsWith(QLatin1Char('.')) || text.endsWith(QLatin1Char('?')) ? text
                                                                              : text + QLatin1Char('.');
}

QColor backgroundOf(MessageBanner::Kind kind, bool dark)
{
    if (kind == MessageBanner::Kind::Error)
        return dark ? QColor(0x4A, 0x1F, 0x22) : QColor(0xFD, 0xE7, 0xE9);
    if (kind == MessageBanner::Kind::Warning)
        return dark ? QColor(0x47, 0x3A, 0x10) : QColor(0xFF, 0xF4, 0xCE);
    return dark ? QColor(0x1B, 0x32, 0x44) : QColor(0xE5, 0xF1, 0xFB);
}

QToolButton *button(const QString &text, QWidget *parent)
{
    auto *made = new QToolButton(parent);
    made->setText(text);
    made->setAutoRaise(true);
    made->setToolButtonStyle(Qt::ToolButtonTextOnly);
    return made;
}

} // namespace

MessageBanner::MessageBanner(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_answers(new QHBoxLayout)
    , m_detailsButton(button(tr("Details"), this))
    , m_copyButton(button(tr("Copy"), this))
    , m_details(new QPlainTextEdit(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(100); // its longest word shall not decide
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setTextFormat(Qt::RichText);
    m_details->setReadOnly(true);
    m_details->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_details->setMaximumHeight(150);
    m_details->hide();
    m_detailsButton->setCheckable(true);
    m_copyButton->setObjectName(QStringLiteral("copyMessage"));
    m_copyButton->setToolTip(tr("Copy the message, the command and its last output"));
    auto *close = button(QStringLiteral("✕"), this);
    close->setToolTip(tr("Hide this message"));
    close->setAccessibleName(close->toolTip());

    auto *row = new QHBoxLayout;
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    for (QToolButton *each : {m_detailsButton, m_copyButton, close})
        row->addWidget(each, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 5, 6, 5);
    column->addLayout(row);
    column->addLayout(m_answers);
    column->addWidget(m_details);

    connect(m_detailsButton, &QToolButton::toggled, m_details, &QWidget::setVisible);
    connect(m_copyButton, &QToolButton::clicked, this, [this] {
        QApplication::clipboard()->setText((m_plain + QLatin1Char('\n') + details()).trimmed());
    });
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    hide();
}

void MessageBanner::setKind(Kind kind)
{
    m_kind = kind;
    const auto pixmap = kind == Kind::Error     ? QStyle::SP_MessageBoxCritical
                        : kind == Kind::Warning ? QStyle::SP_MessageBoxWarning
                                                : QStyle::SP_MessageBoxInformation;
    m_icon->setPixmap(style()->standardIcon(pixmap).pixmap(18, 18));
    const bool dark = QApplication::palette().color(QPalette::Window).lightnessF() < 0.5F;
    QPalette colors = QApplication::palette();
    colors.setColor(QPalette::Window, backgroundOf(kind, dark));
    colors.setColor(QPalette::WindowText, dark ? QColor(Qt::white) : QColor(0x20, 0x20, 0x20));
    setPalette(colors);
}

void MessageBanner::setAnswers(const QStringList &answers)
{
    while (QLayoutItem *item = m_answers->takeAt(0)) {
        // A click on one of them may be what brought us here.
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (int n = 0; n < answers.size(); ++n) {
        auto *answer = new QPushButton(answers[n], this);
        connect(answer, &QPushButton::clicked, this, [this, n] {
            hide();
            Q_EMIT answered(n);
        });
        m_answers->addWidget(answer);
    }
    if (!answers.isEmpty())
        m_answers->addStretch();
}

void MessageBanner::showQuestion(const Error &error, const QStringList &answers)
{
    showError(error);
    setKind(Kind::Warning);
    setAnswers(answers);
}

void MessageBanner::showError(const Error &error)
{
    if (error.isCancelled()) {
        hide();
        return;
    }
    setKind(Kind::Error);
    setAnswers({});
    QString what = sentence(error.what);
    if (!error.file.isEmpty()) // a name is not a sentence's first word
        what = QStringLiteral("%1: %2").arg(
            error.line > 0 ? QStringLiteral("%1:%2").arg(error.file).arg(error.line) : error.file, what);
    m_plain =
        QStringList{what, sentence(error.why), sentence(error.remedy)}.join(QLatin1Char(' ')).simplified();
    m_text->setText(QStringLiteral("<b>%1</b> %2 <i>%3</i>")
                        .arg(breakable(what).toHtmlEscaped(), breakable(sentence(error.why)).toHtmlEscaped(),
                             breakable(sentence(error.remedy)).toHtmlEscaped()));
    m_details->setPlainText(detailsOf(error));
    m_detailsButton->setChecked(
        !error.command.isEmpty()); // of a tool that failed the command is seen at once
    m_detailsButton->setVisible(!details().isEmpty());
    m_copyButton->show();
    show();
}

void MessageBanner::showText(Kind kind, const QString &text, const QStringList &answers)
{
    setKind(kind);
    setAnswers(answers);
    m_plain = text;
    m_text->setText(breakable(text).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
    m_details->clear();
    m_detailsButton->setChecked(false);
    m_detailsButton->hide();
    m_copyButton->setVisible(kind == Kind::Error);
    setVisible(!text.isEmpty());
}

void MessageBanner::showLines(Kind kind, const QStringList &lines)
{
    constexpr int kMost = 8; // with the heading
    const QStringList rest = lines.mid(kMost);
    QStringList seen = lines.first(std::min<qsizetype>(kMost, lines.size()));
    if (!rest.isEmpty())
        seen << tr("and %n more: see the details", nullptr, int(rest.size()));
    showText(kind, seen.join(QLatin1Char('\n')));
    m_details->setPlainText(rest.join(QLatin1Char('\n')));
    m_detailsButton->setVisible(!rest.isEmpty());
    m_copyButton->show();
}

QString MessageBanner::text() const
{
    return m_plain;
}

QString MessageBanner::details() const
{
    return m_details->toPlainText();
}

} // namespace WhiteBox

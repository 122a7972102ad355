// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checkedpath.h"

#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <chrono>

namespace WhiteBox {

QString checkText(const SetupItem &item, const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Window).lightnessF() < 0.5F;
    const QString color = item.ok ? (dark ? QStringLiteral("#57c46b") : QStringLiteral("#1a7f37"))
                                  : (dark ? QStringLiteral("#ff8a80") : QStringLiteral("#b3261e"));
    QStringList parts{item.version, item.path};
    parts.removeAll(QString());
    const QString text = item.ok ? parts.join(QStringLiteral(" · ")) : item.error.text();
    return QStringLiteral("<span style='color:%1'><b>%2</b></span> %3")
        .arg(color, item.ok ? QStringLiteral("✓") : QStringLiteral("✗"), text.toHtmlEscaped());
}

CheckedPath::CheckedPath(const QString &name, const QString &title, Check check, QWidget *parent)
    : QWidget(parent)
    , m_check(std::move(check))
    , m_title(title)
    , m_edit(new QLineEdit(this))
    , m_text(new QLabel(this))
{
    setObjectName(name);
    m_edit->setObjectName(name + QStringLiteral("-edit"));
    m_edit->setClearButtonEnabled(true);
    m_text->setObjectName(name + QStringLiteral("-check"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *browseButton = new QPushButton(tr("Browse…"), this);
    browseButton->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_edit, 1);
    row->addWidget(browseButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_text);
    setFocusProxy(m_edit);
    m_delay.setSingleShot(true);
    m_delay.setInterval(std::chrono::milliseconds(300));
    connect(&m_delay, &QTimer::timeout, this, &CheckedPath::startCheck);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        m_checking = true; // until the check of this very text has ended
        ++m_number;
        m_stop.request_stop();
        m_text->setText(tr("Checking…"));
        m_delay.start();
    });
    connect(browseButton, &QPushButton::clicked, this, &CheckedPath::browse);
}

CheckedPath::~CheckedPath()
{
    m_stop.request_stop();
}

void CheckedPath::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

QString CheckedPath::path() const
{
    return m_edit->text().trimmed();
}

void CheckedPath::setPath(const QString &path)
{
    m_edit->setText(path);
}

QWidget *CheckedPath::edit() const
{
    return m_edit;
}

void CheckedPath::browse()
{
    const QString chosen = QFileDialog::getOpenFileName(this, m_title, path(), m_filter);
    if (!chosen.isEmpty())
        setPath(chosen);
}

void CheckedPath::startCheck()
{
    m_delay.stop();
    m_checking = true;
    m_stop.request_stop();
    m_stop = StopSource();
    m_text->setText(tr("Checking…"));
    const int number = ++m_number;
    QtConcurrent::run([check = m_check, path = path()] {
        return check(path);
    }).then(this, [this, number](const SetupItem &item) {
        if (number == m_number)
            take(item);
    });
}

void CheckedPath::take(const SetupItem &item)
{
    m_item = item;
    m_checking = false;
    showItem();
    if (item.ok && m_detail)
        startDetail(item);
    Q_EMIT checked();
}

void CheckedPath::startDetail(const SetupItem &item)
{
    QtConcurrent::run([detail = m_detail, path = item.path, stop = m_stop.get_token()] {
        return detail(path, stop);
    }).then(this, [this, number = m_number](const QString &text) {
        if (number != m_number || text.isEmpty())
            return;
        m_item.version = text;
        showItem();
    });
}

void CheckedPath::showItem()
{
    m_text->setText(checkText(m_item, palette()));
}

void CheckedPath::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && !m_checking)
        showItem();
    QWidget::changeEvent(event);
}

} // namespace WhiteBox

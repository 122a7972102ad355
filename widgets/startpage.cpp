// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/startpage.h"

#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QTime>
#include <QVBoxLayout>

#include <algorithm>

namespace WhiteBox {

namespace {

QLabel *centred(const QString &text, double size, bool bold, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * size);
    font.setBold(bold);
    label->setFont(font);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    return label;
}

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_zone(new QWidget(this))
    , m_checks(new QGridLayout)
    , m_checked(new QLabel(this))
{
    auto *example = new QPushButton(tr("Open the example"), m_zone);
    example->setObjectName(QStringLiteral("openExample"));
    example->setToolTip(tr("CheY of E. coli: a live search, couplings, prediction; about a minute"));
    example->setDefault(true);
    auto *open = new QPushButton(tr("Choose files…"), m_zone);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(example);
    buttons->addWidget(open);
    buttons->addStretch();

    auto *zone = new QVBoxLayout(m_zone);
    zone->setContentsMargins(40, 36, 40, 36);
    zone->setSpacing(14);
    zone->addWidget(
        centred(tr("Drop a FASTA, alignment, coupling file or structure here"), 1.5, true, m_zone));
    zone->addWidget(centred(tr("or paste a sequence (Ctrl+V).\nWhite Box predicts its residue distances and "
                               "shows which couplings moved "
                               "each of them.\nArrays (NPY, HDF5) that are dropped alone open in the array "
                               "scroller."),
                            1.0, false, m_zone));
    zone->addLayout(buttons);

    m_checks->setHorizontalSpacing(12);
    m_checks->setVerticalSpacing(6);
    m_checks->setColumnStretch(2, 1);
    auto *again = new QPushButton(tr("Check again"), this);
    again->setObjectName(QStringLiteral("checkSetup"));
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_checked, 1);
    foot->addWidget(again);
    auto *checks = new QWidget(this);
    auto *rows = new QVBoxLayout(checks);
    rows->addLayout(m_checks);
    rows->addLayout(foot);
    checks->setMaximumWidth(760);
    m_zone->setMaximumWidth(760);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_zone, 100);
    middle->addStretch(1);
    layout->addLayout(middle);
    layout->addSpacing(20);
    auto *below = new QHBoxLayout;
    below->addStretch(1);
    below->addWidget(checks, 100);
    below->addStretch(1);
    layout->addLayout(below);
    layout->addStretch(3);
    connect(example, &QPushButton::clicked, this, &StartPage::exampleRequested);
    connect(open, &QPushButton::clicked, this, &StartPage::openRequested);
    connect(again, &QPushButton::clicked, this, [this] {
        m_checked->setText(tr("Checking…"));
        Q_EMIT checkRequested();
    });
}

void StartPage::setItems(const std::vector<SetupItem> &items)
{
    while (QLayoutItem *item = m_checks->takeAt(0)) {
        // A click on one of them may be what brought us here.
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (int row = 0; row < int(items.size()); ++row)
        addItem(row, items[std::size_t(row)]);
    const auto missing = std::count_if(items.begin(), items.end(), [](const auto &item) { return !item.ok; });
    const QString time = QLocale().toString(QTime::currentTime(), QLocale::ShortFormat);
    m_checked->setText(missing == 0 ? tr("Checked at %1: everything is there.").arg(time)
                                    : tr("Checked at %1: %n missing.", nullptr, int(missing)).arg(time));
}

void StartPage::addItem(int row, const SetupItem &item)
{
    auto *mark = new QLabel(item.ok ? QStringLiteral("✔") : QStringLiteral("✘"), this);
    mark->setAccessibleName(item.ok ? tr("in order") : tr("missing"));
    auto *name = new QLabel(QStringLiteral("<b>%1</b>").arg(item.name.toHtmlEscaped()), this);
    auto *detail = new QLabel(this);
    detail->setWordWrap(true);
    detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    detail->setTextFormat(Qt::PlainText);
    QStringList parts = item.ok ? QStringList{item.version, item.path} : QStringList{item.error.text()};
    if (!item.command.isEmpty())
        parts << item.command;
    parts.removeAll(QString());
    detail->setText(parts.join(QLatin1Char('\n')));
    m_checks->addWidget(mark, row, 0, Qt::AlignTop);
    m_checks->addWidget(name, row, 1, Qt::AlignTop);
    m_checks->addWidget(detail, row, 2, Qt::AlignTop);
    if (QWidget *fix = makeFix(item))
        m_checks->addWidget(fix, row, 3, Qt::AlignTop);
}

QWidget *StartPage::makeFix(const SetupItem &item)
{
    const auto button = [this, &item](const QString &text) {
        auto *made = new QPushButton(text, this);
        made->setObjectName(QStringLiteral("fix-") + item.id);
        return made;
    };
    if (item.id == QLatin1String("database")) {
        auto *choose = button(item.ok ? tr("Change…") : tr("Choose…"));
        choose->setToolTip(tr("Choose the FASTA file that sequences are searched in"));
        connect(choose, &QPushButton::clicked, this, &StartPage::databaseRequested);
        return choose;
    }
    if (item.ok)
        return nullptr;
    if (!item.command.isEmpty()) {
        auto *copy = button(tr("Copy command"));
        connect(copy, &QPushButton::clicked, this,
                [command = item.command] { QApplication::clipboard()->setText(command); });
        return copy;
    }
    if (item.id != QLatin1String("couplings"))
        return nullptr;
    auto *builtIn = button(tr("Use the built-in"));
    connect(builtIn, &QPushButton::clicked, this, &StartPage::builtInEngineRequested);
    return builtIn;
}

void StartPage::setDropHighlighted(bool highlighted)
{
    m_highlighted = highlighted;
    update();
}

void StartPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor line = palette().color(m_highlighted ? QPalette::Highlight : QPalette::WindowText);
    line.setAlphaF(m_highlighted ? 1.0F : 0.4F);
    QColor fill = palette().color(m_highlighted ? QPalette::Highlight : QPalette::Base);
    fill.setAlphaF(m_highlighted ? 0.12F : 0.6F);
    painter.setPen(QPen(line, 2, Qt::DashLine));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(m_zone->geometry()).adjusted(1, 1, -1, -1), 12, 12);
}

} // namespace WhiteBox

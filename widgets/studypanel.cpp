// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studypanel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <chrono>
#include <new>

namespace WhiteBox {

StudyPanel::StudyPanel(ExplanationController *controller, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_busy(new QLabel(this))
{
    m_busy->setTextFormat(Qt::PlainText);
    m_busy->setObjectName(QStringLiteral("busy"));
    m_busy->setAutoFillBackground(true);
    m_busy->setMargin(4);
    m_busy->hide();
    m_patience.setSingleShot(true);
    m_patience.setInterval(std::chrono::milliseconds(200));
    connect(&m_patience, &QTimer::timeout, this, &StudyPanel::showBusy);
    connect(&m_runner, &StudyRunner::busyChanged, this, [this](bool busy) {
        m_busy->hide();
        if (busy)
            m_patience.start();
        else
            m_patience.stop();
    });
    connect(controller, &ExplanationController::explanationChanged, this, &StudyPanel::refresh);
}

void StudyPanel::refresh()
{
    const auto explanation = m_controller->current();
    if (explanation && isCurrent(*explanation))
        return;
    m_stale = !isVisible();
    if (m_failure) {
        m_failure.reset();
        m_busy->hide();
    }
    if (!explanation) {
        m_runner.stop();
        clear();
    } else if (m_stale) {
        m_runner.stop();
    } else {
        m_runner.start([this, asked = work(explanation)](const StopToken &stop) {
            try {
                return asked(stop);
            } catch (const std::bad_alloc &) {
                return failed(Error::outOfMemory());
            }
        });
        if (m_busy->isVisible())
            showBusy(); // of the newer pair
    }
}

void StudyPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void StudyPanel::showBusy()
{
    const auto explanation = m_controller->current();
    if (!explanation)
        return;
    const ResiduePair pair = explanation->gradient->pair;
    m_busy->setWordWrap(false);
    m_busy->setText(busyText(pair));
    placeWord();
}

void StudyPanel::placeWord()
{
    m_busy->resize(m_busy->wordWrap() ? QSize(width(), m_busy->heightForWidth(width())) : m_busy->sizeHint());
    m_busy->move(width() - m_busy->width(), 0);
    m_busy->raise();
    m_busy->show();
}

StudyRunner::Delivery StudyPanel::failed(const Error &error)
{
    if (error.isCancelled())
        return {};
    return [this, error] {
        clear();
        tellFailure(error);
    };
}

void StudyPanel::tellFailure(const Error &error)
{
    m_failure = error;
    m_busy->setWordWrap(true);
    m_busy->setText(error.text());
    placeWord();
}

QString StudyPanel::busyText(ResiduePair pair) const
{
    return tr("Computing for pair %1, %2…").arg(pair.i + 1).arg(pair.j + 1);
}

void StudyPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_busy->isVisible())
        placeWord();
}

bool StudyPanel::chooseEntry(QComboBox *list, const QJsonValue &option)
{
    if (option.isNull())
        return true;
    const int entry = option.toInt(-1);
    if (entry < 0 || entry >= list->count())
        return false;
    list->setCurrentIndex(entry);
    return true;
}

QLabel *StudyPanel::makeNote()
{
    auto *note = new QLabel(this);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->setMargin(4);
    note->setMinimumWidth(100);
    note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont font = note->font();
    font.setPointSizeF(font.pointSizeF() * 0.85);
    note->setFont(font);
    return note;
}

void StudyPanel::stack(const QString &label, QWidget *option, QWidget *picture, QWidget *note)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 0);
    column->setSpacing(2);
    if (option) {
        auto *row = new QHBoxLayout;
        row->setContentsMargins(6, 0, 6, 0);
        auto *name = new QLabel(label, this);
        name->setBuddy(option);
        row->addWidget(name);
        row->addWidget(option);
        row->addStretch();
        column->addLayout(row);
    }
    column->addWidget(picture, 1);
    if (note)
        column->addWidget(note);
}

} // namespace WhiteBox

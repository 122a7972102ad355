// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studypanel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace WhiteBox {

StudyPanel::StudyPanel(ExplanationController *controller, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
{
    connect(controller, &ExplanationController::explanationChanged, this, &StudyPanel::refresh);
}

void StudyPanel::refresh()
{
    const auto explanation = m_controller->current();
    if (explanation && isCurrent(*explanation))
        return;
    m_stale = !isVisible();
    if (!explanation) {
        m_runner.stop();
        clear();
    } else if (m_stale) {
        m_runner.stop();
    } else {
        m_runner.start(work(explanation));
    }
}

void StudyPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

QLabel *StudyPanel::makeNote()
{
    auto *note = new QLabel(this);
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

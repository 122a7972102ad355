// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/storagebox.h"

#include "core/store/storesize.h"
#include "widgets/jobpreferences.h"
#include "widgets/workbench.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace WhiteBox {

using Keep = Retention::Keep;

StorageBox::StorageBox(Workbench *workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_keep(new QComboBox(this))
    , m_number(new QSpinBox(this))
    , m_now(new QPushButton(tr("Trim now…"), this))
    , m_confirm(new QPushButton(tr("Trim"), this))
    , m_refuse(new QPushButton(tr("Keep all"), this))
    , m_text(new QLabel(this))
    , m_also(new QCheckBox(this))
{
    m_keep->addItem(tr("always"), int(Keep::Always));
    m_keep->addItem(tr("for some days"), int(Keep::Days));
    m_keep->addItem(tr("of the newest jobs"), int(Keep::Newest));
    m_keep->addItem(tr("up to a size of the library"), int(Keep::Gigabytes));
    m_keep->setObjectName(QStringLiteral("keep"));
    m_keep->setAccessibleName(tr("Which jobs keep their couplings"));
    m_number->setObjectName(QStringLiteral("keepNumber"));
    m_number->setAccessibleName(tr("Days, jobs or GB"));
    m_number->setRange(1, 100000);
    m_now->setObjectName(QStringLiteral("trimNow"));
    m_confirm->setObjectName(QStringLiteral("trimConfirm"));
    m_refuse->setObjectName(QStringLiteral("trimRefuse"));
    m_also->setObjectName(QStringLiteral("trimUnfinished"));
    m_text->setObjectName(QStringLiteral("trimText"));
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setMinimumHeight(3 *
                             fontMetrics().lineSpacing()); // the page must not jump when the text gets longer
    for (QPushButton *each : {m_now, m_confirm, m_refuse})
        each->setAutoDefault(false);
    auto *choice = new QHBoxLayout;
    choice->addWidget(m_keep);
    choice->addWidget(m_number);
    choice->addStretch();
    auto *buttons = new QHBoxLayout;
    for (QPushButton *each : {m_now, m_confirm, m_refuse})
        buttons->addWidget(each);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(choice);
    layout->addWidget(m_text);
    layout->addWidget(m_also);
    layout->addLayout(buttons);
    const Retention kept = loadRetention();
    m_keep->setCurrentIndex(m_keep->findData(int(kept.keep)));
    m_number->setValue(kept.number);
    connect(m_keep, &QComboBox::currentIndexChanged, this, &StorageBox::showChoice);
    connect(m_number, &QSpinBox::valueChanged, this, &StorageBox::showChoice);
    connect(m_now, &QPushButton::clicked, this, &StorageBox::ask);
    connect(m_also, &QCheckBox::clicked, this, &StorageBox::showPlan);
    connect(m_confirm, &QPushButton::clicked, this, &StorageBox::trim);
    connect(m_refuse, &QPushButton::clicked, this, &StorageBox::showChoice);
    connect(workbench->library(), &JobLibrary::measured, this, &StorageBox::takeMeasured);
    showChoice();
}

Retention StorageBox::retention() const
{
    return {Keep(m_keep->currentData().toInt()), m_number->value()};
}

void StorageBox::showChoice()
{
    const Keep keep = retention().keep;
    ++m_asked; // what was asked of another choice is over
    m_trims = false;
    m_plan = {};
    showUnfinished();
    m_number->setVisible(keep != Keep::Always);
    m_number->setSuffix(keep == Keep::Days     ? tr(" days", nullptr, m_number->value())
                        : keep == Keep::Newest ? tr(" jobs", nullptr, m_number->value())
                                               : tr(" GB"));
    m_now->setVisible(true);
    m_now->setEnabled(true); // unfinished jobs may have left something all the same
    m_confirm->hide();
    m_refuse->hide();
    m_text->setText(
        keep == Keep::Always
            ? tr("Nothing is taken out of the library but what you delete.")
            : tr("Of the other jobs the couplings go, by far the largest part of a result, when White "
                 "Box starts and when a job ends. Distances, scores and alignment stay, and the "
                 "couplings can be computed again."));
}

void StorageBox::ask()
{
    m_text->setText(tr("Measuring…"));
    m_now->setEnabled(false);
    m_trims = false;
    const auto open = m_workbench->result();
    m_workbench->library()->plan(retention(), open ? open->jobId : QString(),
                                 [self = QPointer(this), asked = ++m_asked](const Result<TrimPlan> &plan) {
                                     if (StorageBox *box = self.data(); box && box->m_asked == asked)
                                         box->takePlan(plan);
                                 });
}

void StorageBox::takePlan(const Result<TrimPlan> &plan)
{
    if (!plan.isOk())
        return showChoice(); // the library tells the error
    m_plan = plan.value();
    m_now->setEnabled(true);
    showUnfinished();
    showPlan();
    if (m_plan.finished.empty() && m_plan.unfinished.empty())
        return;
    m_now->hide();
    m_confirm->show();
    m_refuse->show();
}

void StorageBox::showPlan()
{
    const auto items = m_plan.neededFinished(m_also->isChecked());
    QString text =
        tr("Nothing to trim: the library has %1, and every job keeps its couplings by this choice.")
            .arg(sizeText(double(m_plan.stored)));
    if (items.empty() && !m_plan.finished.empty())
        text = tr("What unfinished jobs left is enough: every finished job keeps its couplings.");
    else if (!items.empty())
        text =
            tr("The couplings of %n jobs go: %1 of %2. The open result, jobs that are queued or running, and "
               "couplings that were given stay.",
               nullptr, int(items.size()))
                .arg(sizeText(double(bytesOf(items))), sizeText(double(m_plan.stored)));
    if (!m_plan.unfinished.empty())
        text += QLatin1Char('\n') + tr("What unfinished jobs left can go, too: when they are resumed, they "
                                       "compute their couplings from the start.");
    m_text->setText(text);
    m_confirm->setEnabled(m_also->isChecked() || !items.empty());
}

void StorageBox::showUnfinished()
{
    const auto &items = m_plan.unfinished;
    m_also->setVisible(!items.empty());
    m_also->setChecked(false); // hours of computing may be in it
    m_also->setText(tr("Also what %n unfinished jobs left: %1", nullptr, int(items.size()))
                        .arg(sizeText(double(bytesOf(items)))));
    m_also->setToolTip(
        tr("Cancelled, failed and interrupted jobs. What their searches found stays; resumed, they "
           "compute their couplings from the start."));
}

void StorageBox::trim()
{
    std::vector<TrimItem> items = m_plan.chosen(m_also->isChecked());
    if (const auto open = m_workbench->result()) // since the plan was made
        std::erase_if(items, [&](const TrimItem &item) { return item.id == open->jobId; });
    showChoice();
    m_text->setText(tr("Trimming…"));
    m_trims = true;
    m_workbench->library()->trim(items);
}

void StorageBox::takeMeasured(qint64 bytes, qint64 won)
{
    if (won > 0) {
        m_trims = false;
        m_text->setText(
            tr("Done: %1 won, the library has %2 now.").arg(sizeText(double(won)), sizeText(double(bytes))));
    } else if (m_trims) {
        showChoice();
    }
}

} // namespace WhiteBox

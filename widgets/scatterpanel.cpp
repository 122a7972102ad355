// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scatterpanel.h"

#include "widgets/scattergrid.h"

#include <QComboBox>

namespace WhiteBox {

ScatterPanel::ScatterPanel(PairSelection *selection, ExplanationController *controller, QWidget *parent)
    : StudyPanel(controller, parent)
    , m_grid(new ScatterGrid(selection, this))
    , m_pages(new QComboBox(this))
{
    for (int first = 0; first < kBlock; first += ScatterGrid::kPerPage) {
        const int last = std::min(first + ScatterGrid::kPerPage, int(kBlock)) - 1;
        m_pages->addItem(QStringLiteral("%1 … %2").arg(tileName(first), tileName(last)), first);
    }
    m_pages->addItem(tr("All together"), -1);
    connect(m_pages, &QComboBox::currentIndexChanged, this,
            [this] { m_grid->setFirstTile(m_pages->currentData().toInt()); });
    stack(tr("Amino-acid pairs"), m_pages, m_grid, nullptr);
}

const FigurePanel *ScatterPanel::figure() const
{
    return m_grid;
}

QWidget *ScatterPanel::figureWidget() const
{
    return m_grid;
}

void ScatterPanel::clear()
{
    m_grid->setWindows(nullptr, nullptr);
}

StudyRunner::Work ScatterPanel::work(std::shared_ptr<const Explanation> explanation)
{
    return [this, explanation](const StopToken &) -> StudyRunner::Delivery {
        return [this, explanation] { m_grid->setWindows(explanation->gradient, explanation->couplings); };
    };
}

} // namespace WhiteBox

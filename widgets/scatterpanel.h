// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/studypanel.h"

class QComboBox;

namespace WhiteBox {

class ScatterGrid;

/// Gradient against coevolution, point by point.
class ScatterPanel : public StudyPanel
{
    Q_OBJECT

public:
    ScatterPanel(PairSelection *selection, ExplanationController *controller, QWidget *parent = nullptr);
    const FigurePanel *figure() const override;
    QWidget *figureWidget() const override;
    ScatterGrid *grid() const { return m_grid; }
    QComboBox *pages() const { return m_pages; }

protected:
    StudyRunner::Work work(std::shared_ptr<const Explanation> explanation) override;
    void clear() override;

private:
    ScatterGrid *m_grid;
    QComboBox *m_pages;
};

} // namespace WhiteBox

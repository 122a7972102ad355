// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/studypanel.h"

class QComboBox;

namespace WhiteBox {

class PairHeatMap;
class SnugBox;

/// One number for each amino-acid pair, over its tile: Pearson's correlation of gradient and coevolution, or
/// the gradient's sums.
class CorrelationPanel : public StudyPanel
{
    Q_OBJECT

public:
    CorrelationPanel(PairSelection *selection, ViewSettings *settings, ExplanationController *controller,
                     QWidget *parent = nullptr);
    const FigurePanel *figure() const override;
    QWidget *figureWidget() const override;
    QJsonValue figureOption() const override;
    bool setFigureOption(const QJsonValue &option) override;
    PairHeatMap *map() const { return m_map; }
    QComboBox *choice() const { return m_choice; }

protected:
    StudyRunner::Work work(std::shared_ptr<const Explanation> explanation) override;
    void clear() override;

private:
    /// That the map fills at a width.
    double mapHeight(int width) const;

    ViewSettings *m_settings;
    QComboBox *m_choice;
    PairHeatMap *m_map;
    SnugBox *m_box;
};

} // namespace WhiteBox

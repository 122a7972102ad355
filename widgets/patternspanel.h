// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/patterns.h"
#include "core/store/jobresult.h"
#include "widgets/figurerow.h"
#include "widgets/studypanel.h"

class QComboBox;
class QLabel;

namespace WhiteBox {

class TileMosaic;

/// What the network has learnt over a set of pairs: the mean window of its explanations above the mean of its
/// inputs, with the number of pairs behind them. Of the pair that is looked at nothing enters.
class PatternsPanel : public StudyPanel
{
    Q_OBJECT

public:
    /// Of larger sets that many pairs are averaged, evenly spread.
    static constexpr int kMostPairs = 400;

    PatternsPanel(PairSelection *selection, ViewSettings *settings, ExplanationController *controller,
                  QWidget *parent = nullptr);

    /// The truth that some sets need; null: none.
    void setResult(std::shared_ptr<const JobResult> result);
    /// Both side by side.
    const FigurePanel *figure() const override;
    QWidget *figureWidget() const override;
    QJsonValue figureOption() const override;
    bool setFigureOption(const QJsonValue &option) override;
    QComboBox *choice() const { return m_choice; }
    const TileMosaic *mean() const { return m_mean; }
    const TileMosaic *input() const { return m_input; }
    QString note() const;

protected:
    StudyRunner::Work work(std::shared_ptr<const Explanation> explanation) override;
    QString busyText(ResiduePair pair) const override;
    void clear() override;
    bool isCurrent(const Explanation &explanation) const override;

private:
    /// What decides a pattern.
    struct Key
    {
        std::shared_ptr<const Explainer> explainer; ///< kept: an address alone could come again
        std::shared_ptr<const JobResult> result;
        int channel = 0;
        AttributionMethod method = AttributionMethod::Guided;
        AttributionTarget target = AttributionTarget::RaisesDistance;
        PairSet set = PairSet::LongRange;
        bool operator==(const Key &) const = default;
    };
    struct Found;

    Key keyOf(const Explanation &explanation) const;
    PairSet chosenSet() const;
    void showFound(const Found &found);
    void showPictures();

    ViewSettings *m_settings;
    std::shared_ptr<const JobResult> m_result;
    QComboBox *m_choice;
    TileMosaic *m_mean;
    TileMosaic *m_input;
    QLabel *m_note;
    Key m_asked;
    std::optional<Key> m_shown;
    std::shared_ptr<const GradientWindow> m_meanWindow;
    std::shared_ptr<const GradientWindow> m_inputWindow;
    MosaicRow m_row; ///< what is exported
};

} // namespace WhiteBox

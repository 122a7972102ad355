// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/patternspanel.h"

#include "widgets/tilemosaic.h"

#include <QComboBox>
#include <QLabel>
#include <QStandardItemModel>
#include <QThread>
#include <QVBoxLayout>

#include <algorithm>

namespace WhiteBox {

namespace {

QString setName(PairSet set)
{
    static const char *const kNames[kPairSets] = {
        QT_TRANSLATE_NOOP("WhiteBox::PatternsPanel", "True positives"),
        QT_TRANSLATE_NOOP("WhiteBox::PatternsPanel", "False positives"),
        QT_TRANSLATE_NOOP("WhiteBox::PatternsPanel", "Short-range contacts"),
        QT_TRANSLATE_NOOP("WhiteBox::PatternsPanel", "Medium-range contacts"),
        QT_TRANSLATE_NOOP("WhiteBox::PatternsPanel", "Long-range contacts"),
        QT_TRANSLATE_NOOP("WhiteBox::PatternsPanel", "Helix turns"),
        QT_TRANSLATE_NOOP("WhiteBox::PatternsPanel", "Strand pairs")};
    return PatternsPanel::tr(kNames[int(set)]);
}

QString setMeaning(PairSet set)
{
    static const char *const kMeanings[kPairSets] = {
        QT_TRANSLATE_NOOP("WhiteBox::PatternsPanel", "predicted contacts that the structure confirms"),
        QT_TRANSLATE_NOOP("WhiteBox::PatternsPanel", "predicted contacts that are none in the structure"),
        QT_TRANSLATE_NOOP("WhiteBox::PatternsPanel", "predicted contacts 6 to 11 residues apart"),
        QT_TRANSLATE_NOOP("WhiteBox::PatternsPanel", "predicted contacts 12 to 23 residues apart"),
        QT_TRANSLATE_NOOP("WhiteBox::PatternsPanel", "predicted contacts 24 or more residues apart"),
        QT_TRANSLATE_NOOP("WhiteBox::PatternsPanel", "residues 3 or 4 apart within a helix of the structure"),
        QT_TRANSLATE_NOOP("WhiteBox::PatternsPanel", "residues of two strands in contact in the structure")};
    return PatternsPanel::tr(kMeanings[int(set)]);
}

} // namespace

struct PatternsPanel::Found
{
    Key key;
    std::array<int, kPairSets> counts{};
    std::optional<Pattern> pattern; ///< nothing where the set has no pairs
};

PatternsPanel::PatternsPanel(PairSelection *selection, ViewSettings *settings,
                             ExplanationController *controller, QWidget *parent)
    : StudyPanel(controller, parent)
    , m_settings(settings)
    , m_choice(new QComboBox(this))
    , m_mean(nullptr)
    , m_input(nullptr)
    , m_note(makeNote())
    , m_row(QStringLiteral("patterns"), tr("The mean window of a set of pairs"))
{
    for (int k = 0; k < kPairSets; ++k) {
        m_choice->addItem(setName(PairSet(k)));
        m_choice->setItemData(k, setMeaning(PairSet(k)), Qt::ToolTipRole);
    }
    m_choice->setCurrentIndex(int(PairSet::LongRange));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *pictures = new QWidget(this);
    auto *column = new QVBoxLayout(pictures);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_mean = new TileMosaic(QStringLiteral("pattern"), selection, pictures);
    m_input = new TileMosaic(QStringLiteral("pattern-input"), selection, pictures);
    column->addWidget(m_mean, 1);
    column->addWidget(m_input, 1);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &PatternsPanel::refresh);
    connect(settings, &ViewSettings::mosaicChanged, this, &PatternsPanel::showPictures);
    stack(tr("Mean over"), m_choice, pictures, m_note);
    setResult(nullptr);
}

void PatternsPanel::setResult(std::shared_ptr<const JobResult> result)
{
    m_result = std::move(result);
    const bool hasTruth = m_result && m_result->structure;
    auto *model = qobject_cast<QStandardItemModel *>(m_choice->model());
    for (int k = 0; k < kPairSets; ++k)
        model->item(k)->setEnabled(hasTruth || !needsStructure(PairSet(k)));
    if (!hasTruth && needsStructure(chosenSet()))
        m_choice->setCurrentIndex(int(PairSet::LongRange));
    refresh();
}

const FigurePanel *PatternsPanel::figure() const
{
    return &m_row;
}

QWidget *PatternsPanel::figureWidget() const
{
    return m_mean;
}

QJsonValue PatternsPanel::figureOption() const
{
    return m_choice->currentIndex();
}

bool PatternsPanel::setFigureOption(const QJsonValue &option)
{
    return chooseEntry(m_choice, option);
}

QString PatternsPanel::note() const
{
    return m_note->text();
}

PairSet PatternsPanel::chosenSet() const
{
    return PairSet(std::max(0, m_choice->currentIndex()));
}

PatternsPanel::Key PatternsPanel::keyOf(const Explanation &explanation) const
{
    const GradientWindow &shown = *explanation.gradient;
    return {explanation.explainer, m_result, shown.channel, shown.method, shown.target, chosenSet()};
}

bool PatternsPanel::isCurrent(const Explanation &explanation) const
{
    const Key key = keyOf(explanation);
    return isComputing() ? key == m_asked : m_shown == key;
}

void PatternsPanel::clear()
{
    m_shown.reset();
    m_meanWindow.reset();
    m_inputWindow.reset();
    showPictures();
    m_note->clear();
}

QString PatternsPanel::busyText(ResiduePair) const
{
    return tr("Computing the mean over the set…");
}

StudyRunner::Work PatternsPanel::work(std::shared_ptr<const Explanation> explanation)
{
    m_asked = keyOf(*explanation);
    m_note->setText(tr("Averaging the windows of the set…"));
    return [this, explanation, key = m_asked,
            result = m_result](const StopToken &stop) -> StudyRunner::Delivery {
        const bool fits = result && result->length() == explanation->explainer->output().length();
        const StructureMatch *match = fits && result->structure ? &*result->structure : nullptr;
        Found found;
        found.key = key;
        for (int k = 0; k < kPairSets; ++k)
            found.counts[std::size_t(k)] =
                int(pairsOf(PairSet(k), explanation->explainer->output(), match).size());
        const auto patterns =
            meanPatterns(*explanation->explainer, match, {key.set}, {key.channel, key.method, key.target},
                         kMostPairs, std::max(1, QThread::idealThreadCount()), stop);
        if (!patterns.isOk() && patterns.error().isCancelled())
            return {};
        if (!patterns.isOk())
            return [this, key, error = patterns.error()] {
                clear();
                m_shown = key;
                tellFailure(error);
            };
        if (!patterns.value().empty())
            found.pattern = patterns.value().front();
        return [this, found] { showFound(found); };
    };
}

void PatternsPanel::showFound(const Found &found)
{
    m_shown = found.key;
    for (int k = 0; k < kPairSets; ++k)
        m_choice->setItemText(k,
                              found.counts[std::size_t(k)] > 0
                                  ? tr("%1 (%2)").arg(setName(PairSet(k))).arg(found.counts[std::size_t(k)])
                                  : setName(PairSet(k)));
    m_meanWindow.reset();
    m_inputWindow.reset();
    if (!found.pattern) {
        m_note->setText(tr("No pair of this protein belongs to the set: %1.").arg(setMeaning(found.key.set)));
    } else {
        m_meanWindow = std::make_shared<const GradientWindow>(found.pattern->mean);
        m_inputWindow = std::make_shared<const GradientWindow>(found.pattern->input);
        const int all = found.counts[std::size_t(found.key.set)];
        const QString pairs = found.pattern->pairs < all
                                  ? tr("%1 of %2 pairs, evenly spread").arg(found.pattern->pairs).arg(all)
                                  : tr("%n pairs", nullptr, all);
        m_note->setText(tr("Mean over %1: %2. One protein shows a tendency, not a law.")
                            .arg(pairs, setMeaning(found.key.set)));
    }
    showPictures();
}

void PatternsPanel::showPictures()
{
    MosaicPicture mean;
    mean.scale = m_settings->scale() == MosaicScale::Locked ? MosaicScale::Global : m_settings->scale();
    mean.order = m_settings->order();
    MosaicPicture input = mean;
    mean.window = m_meanWindow;
    mean.title = m_meanWindow ? tr("Mean %1").arg(methodInSentence(methodOf(m_meanWindow->method)))
                              : tr("The mean window of a set of pairs");
    mean.unit = tr("Å per unit of input");
    mean.zeroMessage = tr("The mean is exactly zero");
    if (m_meanWindow) {
        const bool raises = m_meanWindow->target == AttributionTarget::RaisesDistance;
        mean.highLabel = targetName(m_meanWindow->target);
        mean.lowLabel =
            targetName(raises ? AttributionTarget::LowersDistance : AttributionTarget::RaisesDistance);
    }
    input.window = m_inputWindow;
    input.title = m_inputWindow ? tr("Mean coevolution") : QString();
    input.unit = tr("network input");
    input.highLabel = tr("favoured");
    input.lowLabel = tr("disfavoured");
    input.zeroMessage = mean.zeroMessage;
    m_row.setPictures({mean, input});
    m_mean->setPicture(std::move(mean));
    m_input->setPicture(std::move(input));
}

} // namespace WhiteBox

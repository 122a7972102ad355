// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/explanationmethod.h"
#include "widgets/pairselection.h"
#include "widgets/viewsettings.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace WhiteBox {

/// What a factory makes.
struct ExplainedProtein
{
    std::shared_ptr<const Explainer> explainer;
    std::optional<InputRange> trainedOn; ///< what the network's card tells
};

Result<ExplainedProtein> explainedProtein(Result<std::shared_ptr<const Explainer>> explainer,
                                          std::optional<InputRange> trainedOn = {});

/// Everything the panels show of one pair. Immutable.
struct Explanation
{
    std::shared_ptr<const Explainer> explainer; ///< what made it, for studies that go further
    InputRange knownInputs;  ///< what the network was trained on, or the whole protein where nobody told
    bool isTrainedOn = true; ///< which of the two
    ExplanationMethod method = ExplanationMethod::Guided;
    std::shared_ptr<const GradientWindow> gradient; ///< by that method
    /// By IntegratedGradients: what they sum up to.
    std::optional<IntegratedGradients> integrated;
    std::shared_ptr<const GradientWindow> couplings; ///< the network's input over the same window
    std::vector<float> receptiveField; ///< side×side, Σ|gradient| over the 441 tiles, NaN outside the protein
    double couplingScale = 1;          ///< network input = scale · coupling
};

/// Keeps the explanation of the selected pair current. Works on a thread of its own; the newest request wins:
/// while one is computed only the latest pair waits, older ones are dropped. Results of an earlier protein
/// never arrive.
class ExplanationController : public QObject
{
    Q_OBJECT

public:
    using Factory = std::function<Result<ExplainedProtein>(const StopToken &)>;

    ExplanationController(PairSelection *selection, ViewSettings *settings, QObject *parent = nullptr);
    ~ExplanationController() override;

    /// A new protein and network: the factory runs on the worker and may take a while. Empty: nothing to
    /// explain.
    void setFactory(Factory factory);
    /// Whether there is anything to explain: a factory was set.
    bool hasProtein() const { return m_hasProtein; }
    /// Null while nothing has been computed.
    std::shared_ptr<const Explanation> current() const { return m_current; }
    /// Whether it is what is selected and chosen now: while a new one is computed the one before is still
    /// current().
    bool isOfRequest(const Explanation &explanation) const;
    /// Whether nothing is shown because the newest request could not be answered; failed() told why.
    bool hasFailed() const { return m_hasFailed; }
    /// The network's receptive field, or 0 before it is known.
    int windowSide() const { return m_side; }

Q_SIGNALS:
    void explanationChanged();
    /// The explainer of the newest factory stands ready.
    void prepared();
    void failed(const WhiteBox::Error &error);

private:
    struct Worker;

    void request();
    void deliver(quint64 generation, std::shared_ptr<const Explanation> explanation);
    void fail(quint64 generation, const Error &error);

    PairSelection *m_selection;
    ViewSettings *m_settings;
    std::shared_ptr<const Explanation> m_current;
    bool m_hasProtein = false;
    bool m_hasFailed = false;
    int m_side = 0;
    quint64 m_generation = 0; ///< of the protein
    quint64 m_requests = 0;   ///< made so far: the newest one's number
    std::unique_ptr<Worker> m_worker;
};

} // namespace WhiteBox

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explanationpanels.h"

#include "widgets/mosaicscroll.h"

#include <QLabel>
#include <QVBoxLayout>

namespace WhiteBox {

ExplanationPanels::ExplanationPanels(PairSelection *selection, ViewSettings *settings,
                                     ExplanationController *controller, QObject *parent)
    : QObject(parent)
    , m_selection(selection)
    , m_settings(settings)
    , m_controller(controller)
    , m_gradientBox(new QWidget)
    , m_gradient(new TileMosaic(QStringLiteral("gradient"), selection))
    , m_couplings(new TileMosaic(QStringLiteral("coevolution"), selection))
    , m_couplingsScroll(new MosaicScroll(m_couplings, selection))
    , m_field(new ReceptiveFieldView(selection))
    , m_caveat(new QLabel(m_gradientBox))
{
    m_caveat->setWordWrap(true);
    m_caveat->setMargin(3);
    m_caveat->setObjectName(QStringLiteral("methodCaveat"));
    QFont font = m_caveat->font();
    font.setPointSizeF(font.pointSizeF() * 0.85);
    m_caveat->setFont(font);
    m_caveat->setMinimumWidth(120);
    m_caveat->setContentsMargins(0, 0, 0, 0);
    auto *layout = new QVBoxLayout(m_gradientBox);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new MosaicScroll(m_gradient, selection), 1);
    layout->addWidget(m_caveat);
    m_gradientBox->setFocusProxy(m_gradient);
    connect(controller, &ExplanationController::explanationChanged, this, &ExplanationPanels::refresh);
    connect(settings, &ViewSettings::mosaicChanged, this, &ExplanationPanels::refresh);
    connect(settings, &ViewSettings::explanationChanged, this, &ExplanationPanels::refresh);
    connect(selection, &PairSelection::pairChanged, this, [this] {
        if (!m_selection->pair() || !m_controller->current())
            refresh();
    });
    refresh();
}

QWidget *ExplanationPanels::couplingsWidget() const
{
    return m_couplingsScroll;
}

std::optional<FigureCaption::Limits> ExplanationPanels::limits() const
{
    const auto explanation = m_controller->current();
    if (!explanation || !m_controller->isOfRequest(*explanation))
        return std::nullopt;
    return FigureCaption::Limits{m_gradient->painter().limit(0, 0), m_couplings->painter().limit(0, 0)};
}

void ExplanationPanels::keepLockedLimits()
{
    // "Locked" keeps the limits that were on the screen when it was chosen.
    if (m_settings->scale() != MosaicScale::Locked || m_settings->lockedGradient() > 0 ||
        !m_gradient->picture().window)
        return;
    m_settings->setLockedLimits(m_gradient->painter().limit(0, 0), m_couplings->painter().limit(0, 0));
}

void ExplanationPanels::refresh()
{
    keepLockedLimits();
    const auto explanation = m_controller->current();
    // Until a new one is computed the one before is shown, under its own name.
    const AttributionTarget target = explanation ? explanation->gradient->target : m_settings->target();
    const int channel = explanation ? explanation->gradient->channel : m_settings->channel();
    const ExplanationMethod method = explanation ? explanation->method : m_settings->method();
    const bool raises = target == AttributionTarget::RaisesDistance;
    const QString other =
        targetName(raises ? AttributionTarget::LowersDistance : AttributionTarget::RaisesDistance);

    MosaicPicture gradient;
    gradient.scale = m_settings->scale();
    gradient.order = m_settings->order();
    gradient.title = tr("%1: Δ%2 by coupling").arg(methodName(method), channelName(channel));
    gradient.unit = methodUnit(method);
    gradient.highLabel = targetName(target);
    gradient.lowLabel = other;
    gradient.zeroMessage = tr("Gradient is exactly zero: no active path");
    gradient.lockedLimit = m_settings->lockedGradient();

    MosaicPicture couplings = gradient;
    couplings.title = tr("Coevolution: couplings as the network sees them");
    couplings.unit = tr("network input");
    couplings.highLabel = tr("favoured");
    couplings.lowLabel = tr("disfavoured");
    couplings.zeroMessage = tr("All couplings of this window are exactly zero");
    couplings.lockedLimit = m_settings->lockedCouplings();

    if (explanation) {
        gradient.window = explanation->gradient;
        couplings.window = explanation->couplings;
    } else if (m_selection->pair() && !m_controller->hasProtein()) {
        gradient.title = tr("Without couplings nothing can be explained");
        couplings.title = gradient.title;
    } else if (m_selection->pair() && m_controller->hasFailed()) {
        gradient.title = tr("This pair could not be explained");
    } else if (m_selection->pair()) {
        gradient.title = tr("Preparing the explanation…");
    } else {
        gradient.title = tr("Click a pair on the map");
        couplings.title = gradient.title;
    }
    m_gradient->setPicture(std::move(gradient));
    m_couplings->setPicture(std::move(couplings));
    m_field->setExplanation(explanation);
    m_caveat->setText(methodCaution(m_settings->method()));
    m_caveat->setToolTip(methodCaveat(m_settings->method()));
}

} // namespace WhiteBox

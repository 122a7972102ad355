// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explainbar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPixmap>
#include <QStandardItemModel>

namespace WhiteBox {

namespace {

/// Colours and shapes of the channels (Okabe & Ito 2008): ● ▲ ▼ ■, never told by colour alone.
QIcon channelIcon(int channel)
{
    static const QColor colors[] = {QColor(0x00, 0x72, 0xB2), QColor(0xE6, 0x9F, 0x00),
                                    QColor(0x00, 0x9E, 0x73), QColor(0xCC, 0x79, 0xA7)};
    QPixmap pixmap(32, 32);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors[channel]);
    switch (channel) {
    case 0:
        painter.drawEllipse(6, 6, 20, 20);
        break;
    case 1:
        painter.drawPolygon(QPolygon({QPoint(16, 5), QPoint(27, 26), QPoint(5, 26)}));
        break;
    case 2:
        painter.drawPolygon(QPolygon({QPoint(16, 27), QPoint(27, 6), QPoint(5, 6)}));
        break;
    default:
        painter.drawRect(7, 7, 18, 18);
    }
    return pixmap;
}

constexpr ExplanationMethod kMethods[] = {ExplanationMethod::Guided,
                                          ExplanationMethod::Gradient,
                                          ExplanationMethod::Deconvnet,
                                          ExplanationMethod::InputTimesGradient,
                                          ExplanationMethod::IntegratedGradients,
                                          ExplanationMethod::SmoothGrad};
constexpr MatrixContent kContents[] = {MatrixContent::Predicted,     MatrixContent::Truth,
                                       MatrixContent::Error,         MatrixContent::CouplingScore,
                                       MatrixContent::PredictedCaCa, MatrixContent::PredictedCaCb,
                                       MatrixContent::PredictedCbCa, MatrixContent::PredictedCbCb};

} // namespace

ExplainBar::ExplainBar(PairSelection *selection, ViewSettings *settings, QWidget *parent)
    : QToolBar(tr("Explanation"), parent)
    , m_selection(selection)
    , m_settings(settings)
    , m_pair(new QLineEdit(this))
{
    setObjectName(QStringLiteral("explainBar"));
    addWidget(new QLabel(tr(" Pair "), this));
    m_pair->setPlaceholderText(tr("12,40"));
    m_pair->setToolTip(tr("Two residue numbers, counted from 1: 12,40 or L12-V40 (Ctrl+G)"));
    m_pair->setFixedWidth(m_pair->fontMetrics().horizontalAdvance(QStringLiteral("W1000-W1000")) + 16);
    m_pair->setAccessibleName(tr("Selected pair"));
    m_pair->setObjectName(QStringLiteral("pairEdit"));
    addWidget(m_pair);
    m_channel = addChoice(tr("Channel"), {tr("Cα–Cα"), tr("Cα–Cβ"), tr("Cβ–Cα"), tr("Cβ–Cβ")},
                          tr("Which distance is shown and explained (1–4)"));
    for (int c = 0; c < m_channel->count(); ++c)
        m_channel->setItemIcon(c, channelIcon(c));
    QStringList methods;
    for (const ExplanationMethod method : kMethods)
        methods << methodName(method);
    m_method = addChoice(tr("Method"), methods, QString());
    m_method->setObjectName(QStringLiteral("methodChoice"));
    for (int k = 0; k < m_method->count(); ++k)
        m_method->setItemData(k, methodCaveat(kMethods[k]), Qt::ToolTipRole);
    m_target =
        addChoice(tr("Target"), {tr("raises distance"), tr("lowers distance")},
                  tr("Guided backprop and deconvnet of +y and of −y are different pictures, not negatives"));
    m_scale = addChoice(tr("Scale"), {tr("global"), tr("per row"), tr("per tile"), tr("locked")},
                        tr("Which values share one colour scale (S)"));
    QStringList contents{tr("predicted"), tr("truth"), tr("error"), tr("coupling score")};
    for (int c = 0; c < kDistanceChannels; ++c)
        contents << tr("predicted %1").arg(channelName(c));
    m_lower = addChoice(tr("Lower half"), contents, tr("What the map shows below its diagonal"));
    m_upper = addChoice(tr("Upper half"), contents, tr("What the map shows above its diagonal"));
    m_marks = addChoice(
        tr("Marks"), {tr("none"), tr("top L/5"), tr("top L/2"), tr("top L")},
        tr("Ring: a predicted contact that is true, or whose truth is unknown. Cross: a false one"));
    m_separation = addChoice(tr("|i−j| ≥"), {QStringLiteral("6"), QStringLiteral("12"), QStringLiteral("24")},
                             tr("Nearest residues that are ranked and marked"));
    connectChoices();
    connect(m_pair, &QLineEdit::returnPressed, this, &ExplainBar::enterPair);
    connect(selection, &PairSelection::pairChanged, this, &ExplainBar::showPair);
    for (const auto signal : {&ViewSettings::explanationChanged, &ViewSettings::mosaicChanged,
                              &ViewSettings::layersChanged, &ViewSettings::marksChanged})
        connect(settings, signal, this, &ExplainBar::showSettings);
    setSequence({});
    setHasTruth(false);
    showSettings();
}

QComboBox *ExplainBar::addChoice(const QString &label, const QStringList &texts, const QString &toolTip)
{
    // Together: where the bar is too short for both, neither is shown without the other.
    auto *choice = new QWidget(this);
    auto *row = new QHBoxLayout(choice);
    row->setContentsMargins(6, 0, 0, 0);
    row->setSpacing(4);
    auto *box = new QComboBox(choice);
    box->addItems(texts);
    box->setToolTip(toolTip);
    box->setAccessibleName(label);
    row->addWidget(new QLabel(label, choice));
    row->addWidget(box);
    addWidget(choice);
    return box;
}

void ExplainBar::connectChoices()
{
    connect(m_channel, &QComboBox::activated, m_settings, &ViewSettings::setChannel);
    connect(m_method, &QComboBox::activated, this, [this](int k) { m_settings->setMethod(kMethods[k]); });
    connect(m_target, &QComboBox::activated, this,
            [this](int k) { m_settings->setTarget(AttributionTarget(k)); });
    connect(m_scale, &QComboBox::activated, this, [this](int k) { m_settings->setScale(MosaicScale(k)); });
    connect(m_marks, &QComboBox::activated, this,
            [this](int k) { m_settings->setMarkedDivisor(kDivisors[k]); });
    connect(m_separation, &QComboBox::activated, this,
            [this](int k) { m_settings->setMinimumSeparation(kSeparations[k]); });
    connect(m_lower, &QComboBox::activated, this, [this](int k) { m_settings->setLower(kContents[k]); });
    connect(m_upper, &QComboBox::activated, this, [this](int k) { m_settings->setUpper(kContents[k]); });
}

void ExplainBar::setSequence(const std::string &sequence)
{
    m_sequence = sequence;
    for (QWidget *each :
         {static_cast<QWidget *>(m_pair), static_cast<QWidget *>(m_channel), static_cast<QWidget *>(m_method),
          static_cast<QWidget *>(m_target), static_cast<QWidget *>(m_scale), static_cast<QWidget *>(m_lower),
          static_cast<QWidget *>(m_upper), static_cast<QWidget *>(m_marks),
          static_cast<QWidget *>(m_separation)})
        each->setEnabled(!sequence.empty());
    showPair();
}

void ExplainBar::setHasTruth(bool hasTruth)
{
    for (const QComboBox *half : {m_lower, m_upper}) {
        auto *model = qobject_cast<QStandardItemModel *>(half->model());
        for (int k = 0; k < half->count(); ++k) {
            const bool possible = hasTruth || !needsTruth(kContents[k]);
            model->item(k)->setEnabled(possible);
            model->item(k)->setToolTip(possible ? QString()
                                                : tr("Drop a PDB or mmCIF file on the window first"));
        }
    }
}

void ExplainBar::focusPair()
{
    m_pair->setFocus(Qt::ShortcutFocusReason);
    m_pair->selectAll();
}

void ExplainBar::showPair()
{
    const auto pair = m_selection->pair();
    const bool inside = pair && pair->i < int(m_sequence.size()) && pair->j < int(m_sequence.size());
    m_pair->setText(inside ? pair->text(m_sequence) : QString());
}

void ExplainBar::showSettings()
{
    m_channel->setCurrentIndex(m_settings->channel());
    for (int k = 0; k < m_method->count(); ++k)
        if (kMethods[k] == m_settings->method())
            m_method->setCurrentIndex(k);
    m_method->setToolTip(methodCaveat(m_settings->method()));
    m_target->setCurrentIndex(int(m_settings->target()));
    m_scale->setCurrentIndex(int(m_settings->scale()));
    for (int k = 0; k < m_marks->count(); ++k)
        if (kDivisors[k] == m_settings->markedDivisor())
            m_marks->setCurrentIndex(k);
    for (int k = 0; k < m_separation->count(); ++k)
        if (kSeparations[k] == m_settings->minimumSeparation())
            m_separation->setCurrentIndex(k);
    for (int k = 0; k < int(std::size(kContents)); ++k) {
        if (kContents[k] == m_settings->lower())
            m_lower->setCurrentIndex(k);
        if (kContents[k] == m_settings->upper())
            m_upper->setCurrentIndex(k);
    }
}

void ExplainBar::enterPair()
{
    const auto pair = ResiduePair::parse(m_pair->text(), int(m_sequence.size()), m_sequence);
    if (!pair.isOk()) {
        Q_EMIT pairRejected(pair.error());
        return;
    }
    m_selection->setPair(pair.value());
    showPair(); // as the program writes it, also where it was selected already
    Q_EMIT pairEntered();
}

} // namespace WhiteBox

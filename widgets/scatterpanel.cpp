// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scatterpanel.h"

#include "widgets/acidpairs.h"
#include "widgets/scattergrid.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

namespace WhiteBox {

namespace {

// What an entry of the pages stands for where it is no first tile.
constexpr int kTogether = -1;
constexpr int kTyped = -2;

} // namespace

ScatterPanel::ScatterPanel(PairSelection *selection, ExplanationController *controller, QWidget *parent)
    : StudyPanel(controller, parent)
    , m_grid(new ScatterGrid(selection))
    , m_pages(new QComboBox)
    , m_typed(new QLineEdit)
    , m_note(makeNote())
{
    m_note->setTextFormat(Qt::PlainText); // it repeats what was typed
    stack(tr("Amino-acid pairs"), makeOptions(), m_grid, m_note);
    tell({});
}

QWidget *ScatterPanel::makeOptions()
{
    for (int first = 0; first < kBlock; first += ScatterGrid::kPerPage) {
        const int last = std::min(first + ScatterGrid::kPerPage, int(kBlock)) - 1;
        m_pages->addItem(QStringLiteral("%1 … %2").arg(tileName(first), tileName(last)), first);
    }
    m_pages->addItem(tr("Typed"), kTyped);
    m_pages->addItem(tr("All together"), kTogether);
    m_pages->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_typed->setPlaceholderText(tr("AR, DK …"));
    m_typed->setText(acidPairsText(ScatterGrid::page(0)));
    m_typed->setCursorPosition(0);
    m_typed->setAccessibleName(tr("Amino-acid pairs to show"));
    m_typed->setToolTip(
        tr("Up to %1 pairs of amino acids such as AR, DK; \"-\" is the gap. Enter shows them.")
            .arg(ScatterGrid::kPerPage));
    auto *options = new QWidget(this);
    auto *row = new QHBoxLayout(options);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_pages);
    row->addWidget(m_typed, 1);
    options->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    options->setFocusProxy(m_pages);
    connect(m_pages, &QComboBox::currentIndexChanged, this, &ScatterPanel::showPage);
    connect(m_typed, &QLineEdit::returnPressed, this, &ScatterPanel::showTyped);
    connect(m_typed, &QLineEdit::textEdited, this, [this] { tell({}); });
    return options;
}

void ScatterPanel::showPage()
{
    const int chosen = m_pages->currentData().toInt();
    if (chosen == kTyped)
        return showTyped();
    tell({});
    m_grid->setTiles(chosen == kTogether ? std::vector<int>() : ScatterGrid::page(chosen));
}

void ScatterPanel::showTyped()
{
    const auto tiles = parseAcidPairs(m_typed->text(), ScatterGrid::kPerPage);
    tell(tiles.isOk() ? QString() : tiles.error().text());
    if (!tiles.isOk())
        return;
    m_typed->setText(acidPairsText(tiles.value()));
    const QSignalBlocker blocker(m_pages);
    m_pages->setCurrentIndex(m_pages->findData(kTyped));
    m_grid->setTiles(tiles.value());
}

void ScatterPanel::tell(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
    m_typed->setAccessibleDescription(text);
}

QString ScatterPanel::note() const
{
    return m_note->text();
}

const FigurePanel *ScatterPanel::figure() const
{
    return m_grid;
}

QWidget *ScatterPanel::figureWidget() const
{
    return m_grid;
}

QJsonValue ScatterPanel::figureOption() const
{
    return m_grid->tiles().empty() ? QString() : acidPairsText(m_grid->tiles());
}

bool ScatterPanel::setFigureOption(const QJsonValue &option)
{
    if (option.isNull())
        return true;
    const QString text = option.toString();
    if (text.isEmpty()) {
        m_pages->setCurrentIndex(m_pages->findData(kTogether));
        return option.isString();
    }
    const auto tiles = parseAcidPairs(text, ScatterGrid::kPerPage);
    if (!tiles.isOk())
        return false;
    m_typed->setText(text);
    showTyped();
    return true;
}

void ScatterPanel::clear()
{
    m_grid->setWindows(nullptr, nullptr, {});
}

StudyRunner::Work ScatterPanel::work(std::shared_ptr<const Explanation> explanation)
{
    return [this, explanation](const StopToken &) -> StudyRunner::Delivery {
        return [this, explanation] {
            m_grid->setWindows(explanation->gradient, explanation->couplings,
                               methodUnit(explanation->method));
        };
    };
}

} // namespace WhiteBox

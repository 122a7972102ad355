// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/arrayscroller.h"

#include "widgets/arraylink.h"
#include "widgets/axisrow.h"
#include "widgets/statisticspanel.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace WhiteBox {

namespace {

bool sameAxes(const std::vector<ArrayAxis> &p, const std::vector<ArrayAxis> &q)
{
    return std::equal(p.begin(), p.end(), q.begin(), q.end(), [](const ArrayAxis &x, const ArrayAxis &y) {
        return x.name == y.name && x.extent == y.extent && x.labels == y.labels;
    });
}

QString shapeText(const ArraySource &source)
{
    QStringList extents;
    for (const ArrayAxis &axis : source.axes())
        extents << QString::number(axis.extent);
    return extents.join(QStringLiteral(" × "));
}

/// A name that Python takes: "table" of "table.h5:table", "my_array_1" of "my array-1.npy".
QString pythonName(const QString &array)
{
    QString name = array.section(QLatin1Char(':'), -1).section(QLatin1Char('/'), -1);
    if (name.endsWith(QLatin1String(".npy"), Qt::CaseInsensitive))
        name.chop(4);
    for (QChar &c : name)
        if (!c.isLetter() && !c.isDigit())
            c = QLatin1Char('_');
    if (name.isEmpty() || name.front().isDigit())
        name.prepend(QLatin1Char('_'));
    static const QStringList kKeywords =
        QStringLiteral("False None True and as assert async await break class continue def del elif else "
                       "except finally for from global if import in is lambda nonlocal not or pass raise "
                       "return try while with yield")
            .split(QLatin1Char(' '));
    return kKeywords.contains(name) ? name + QLatin1Char('_') : name;
}

} // namespace

ArrayScroller::ArrayScroller(PairSelection *selection, ExplanationController *controller, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_controller(controller)
    , m_arrays(new QComboBox(this))
    , m_image(new ArrayImage(this))
{
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_image);
    splitter->addWidget(makeControls());
    splitter->setStretchFactor(0, 1);
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    setAccessibleName(tr("Array scroller"));

    connect(m_arrays, &QComboBox::currentIndexChanged, this, &ArrayScroller::choose);
    connect(m_image, &ArrayImage::hovered, this, &ArrayScroller::hover);
    connect(m_image, &ArrayImage::clicked, this, &ArrayScroller::select);
    connect(selection, &PairSelection::pairChanged, this, &ArrayScroller::follow);
    connect(selection, &PairSelection::hoveredCellChanged, this, &ArrayScroller::follow);
    connect(selection, &PairSelection::hoveredPairChanged, this, &ArrayScroller::showCursor);
    connect(controller, &ExplanationController::explanationChanged, this, &ArrayScroller::refreshWindow);
    listArrays();
}

ArrayScroller::~ArrayScroller() = default;

QWidget *ArrayScroller::makeControls()
{
    auto *controls = new QWidget;
    auto *column = new QVBoxLayout(controls);
    column->setContentsMargins(8, 6, 8, 6);
    m_arrays->setAccessibleName(tr("Array"));
    m_arrays->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_arrays->setMinimumContentsLength(20);
    m_shape = new QLabel(controls);
    m_shape->setTextFormat(Qt::PlainText);
    m_grid = new QGridLayout;
    m_grid->setColumnStretch(AxisRow::kCategoryColumn, 1);
    m_reset = new QPushButton(tr("Axes customised – Reset"), controls);
    m_reset->setFlat(true);
    m_slice = new QLineEdit(controls);
    m_slice->setReadOnly(true);
    m_slice->setAccessibleName(tr("Slice as NumPy takes it, counted from 0"));
    m_slice->setToolTip(m_slice->accessibleName());
    auto *copy = new QPushButton(tr("Copy"), controls);
    auto *sliceRow = new QHBoxLayout;
    sliceRow->addWidget(m_slice, 1);
    sliceRow->addWidget(copy);
    m_numbers = new StatisticsPanel(controls);
    column->addWidget(m_arrays);
    column->addWidget(m_shape);
    column->addLayout(m_grid);
    column->addWidget(m_reset, 0, Qt::AlignLeft);
    column->addLayout(sliceRow);
    column->addSpacing(6);
    column->addWidget(m_numbers);
    column->addStretch(1);

    connect(m_reset, &QPushButton::clicked, this, [this] {
        m_view.reset();
        followSelection(m_view, *m_selection);
        applyView();
    });
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(numpyText()); });
    connect(m_numbers, &StatisticsPanel::rangeChosen, this, &ArrayScroller::setRange);
    connect(m_numbers, &StatisticsPanel::rangeReset, this, &ArrayScroller::resetRange);
    m_controls = new QScrollArea;
    m_controls->setWidget(controls);
    m_controls->setWidgetResizable(true);
    m_controls->setFrameShape(QFrame::NoFrame);
    m_controls->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return m_controls;
}

void ArrayScroller::setResult(std::shared_ptr<const JobResult> result)
{
    m_result = std::move(result);
    listArrays();
}

void ArrayScroller::addArrays(const std::vector<std::shared_ptr<const ArraySource>> &arrays)
{
    const std::size_t before = m_files.size();
    m_files.insert(m_files.end(), arrays.begin(), arrays.end());
    listArrays();
    m_arrays->setCurrentIndex(int(m_choices.size() - (m_files.size() - before)));
}

void ArrayScroller::listArrays()
{
    const QSignalBlocker blocker(m_arrays);
    const QString before = m_arrays->currentText();
    m_choices = arrayChoices(m_result.get(), m_files);
    m_arrays->clear();
    for (const ArrayChoice &choice : m_choices)
        m_arrays->addItem(choice.text);
    m_arrays->setCurrentIndex(std::max(m_arrays->count() > 0 ? 0 : -1, m_arrays->findText(before)));
    m_arrays->setEnabled(m_arrays->count() > 0);
    choose();
}

void ArrayScroller::choose()
{
    const int chosen = m_arrays->currentIndex();
    const QString before = m_source ? m_source->name() : QString();
    m_source = chosen >= 0
                   ? openChoice(m_choices[std::size_t(chosen)], m_result.get(), m_controller->current().get())
                   : nullptr;
    if (!m_source || m_source->name() != before)
        m_range.reset(); // of the same array with another pair the range stays
    const std::vector<ArrayAxis> axes = m_source ? m_source->axes() : std::vector<ArrayAxis>();
    if (!sameAxes(axes, m_view.axes()) || m_rows.size() != axes.size()) {
        m_view = ArrayView(axes);
        makeRows();
    }
    m_shape->setText(m_source ? shapeText(*m_source) : QString());
    followSelection(m_view, *m_selection);
    applyView();
}

void ArrayScroller::makeRows()
{
    m_rows.clear();
    for (int axis = 0; axis < m_view.rank(); ++axis) {
        auto row = std::make_unique<AxisRow>(axis, m_view, m_grid, m_grid->parentWidget());
        connect(row.get(), &AxisRow::roleChosen, this, [this](int which, AxisRole role) {
            m_view.setRole(which, role);
            applyView();
        });
        connect(row.get(), &AxisRow::indexChosen, this, &ArrayScroller::setIndex);
        connect(row.get(), &AxisRow::lockChosen, this, [this](int which, bool locked) {
            m_view.setLocked(which, locked);
            applyView();
        });
        connect(row.get(), &AxisRow::ticked, this, [this](int which) {
            // A slow array shows every index, one after the other.
            if (!m_runner.isBusy())
                setIndex(which, (m_view.index(which) + 1) % m_view.axes()[std::size_t(which)].extent);
        });
        m_rows.push_back(std::move(row));
    }
}

void ArrayScroller::refreshWindow()
{
    const int chosen = m_arrays->currentIndex();
    if (chosen >= 0 && m_choices[std::size_t(chosen)].isOfThePair())
        choose();
}

void ArrayScroller::follow()
{
    const ArrayBlock before = m_view.block();
    followSelection(m_view, *m_selection);
    if (before != m_view.block())
        applyView();
    showCursor();
}

void ArrayScroller::hover(const std::optional<std::vector<qint64>> &place)
{
    m_place = place;
    if (place) {
        linkCursor(m_view, *place, *m_selection);
    } else {
        m_selection->setHoveredCell(std::nullopt);
        m_selection->setHoveredPair(std::nullopt);
    }
    showCursor();
}

void ArrayScroller::select(const std::vector<qint64> &place)
{
    if (const auto pair = pairOf(m_view, place))
        m_selection->setPair(pair);
}

void ArrayScroller::showCursor()
{
    auto place = m_place ? m_place : linkedPlace(m_view, *m_selection);
    if (place && !m_image->rectOf(*place))
        place.reset();
    m_image->setCursor(place, place ? readoutOf(*place) : QString());
}

QString ArrayScroller::readoutOf(const std::vector<qint64> &place) const
{
    QStringList parts;
    for (int axis = 0; axis < m_view.rank(); ++axis)
        parts << QStringLiteral("%1 = %2").arg(m_view.axes()[std::size_t(axis)].name,
                                               m_view.label(axis, place[std::size_t(axis)]));
    const float value = m_image->valueAt(place);
    const QString text = std::isnan(value) ? tr("no number") : shortNumber(double(value));
    return QStringLiteral("%1: %2 %3")
        .arg(parts.join(QStringLiteral(", ")), text, m_source->unit())
        .trimmed();
}

void ArrayScroller::setIndex(int axis, qint64 index)
{
    m_view.setIndex(axis, index);
    applyView();
}

void ArrayScroller::applyView()
{
    for (const auto &row : m_rows)
        row->show(m_view);
    m_reset->setVisible(!m_view.isDefault());
    m_slice->setText(numpyText());
    m_slice->setCursorPosition(0);
    // Whatever array is open, nothing of its controls lies beyond the border.
    m_controls->widget()->layout()->activate();
    m_controls->setMinimumWidth(std::max(380, m_controls->widget()->minimumSizeHint().width() +
                                                  m_controls->verticalScrollBar()->sizeHint().width()));
    refresh();
}

QString ArrayScroller::sliceText() const
{
    return m_source ? m_source->name() + m_view.sliceText() : QString();
}

QString ArrayScroller::numpyText() const
{
    return m_source ? pythonName(m_source->name()) + m_view.sliceText() : QString();
}

void ArrayScroller::refresh()
{
    m_stale = !isVisible();
    m_runner.stop();
    if (m_stale)
        return;
    if (!m_source)
        return showMessage(m_arrays->count() > 0
                               ? tr("Click a pair on the map: its window appears here.")
                               : tr("Open a result, or drop an NPY or HDF5 file on the window."));
    const double count = countOf(m_view.block());
    if (count > kMostValues)
        return showMessage(
            tr("This slice has %1 million values: hide one more axis.").arg(std::ceil(count / 1e6)));
    if (m_image->picture().values.empty())
        showMessage(tr("Reading…"));
    m_runner.start([this, source = m_source, view = m_view](const StopToken &stop) -> StudyRunner::Delivery {
        const auto read = source->read(view.block(), stop);
        if (!read.isOk()) {
            if (read.error().isCancelled())
                return {};
            return [this, text = read.error().text()] { showMessage(text); };
        }
        auto values = view.arranged(read.value());
        const ArrayStatistics statistics = statisticsOf(values);
        const double limit = robustLimit(values);
        return [this, view, values = std::move(values), statistics, limit]() mutable {
            showSlice(view, std::move(values), statistics, limit);
        };
    });
}

void ArrayScroller::showMessage(const QString &message)
{
    ArrayPicture picture;
    picture.title = m_source ? m_source->name() : QString();
    picture.view = m_view;
    picture.message = message;
    m_image->setPicture(std::move(picture));
    m_statistics = {};
    m_numbers->setStatistics(m_statistics);
    showCursor();
}

void ArrayScroller::showSlice(ArrayView view, std::vector<float> values, const ArrayStatistics &statistics,
                              double limit)
{
    m_statistics = statistics;
    m_limit = limit;
    ArrayPicture picture;
    QStringList aside{m_source->about(), m_source->unit()};
    aside.removeAll(QString());
    picture.title = m_source->name();
    if (!aside.isEmpty())
        picture.title += QStringLiteral(" (%1)").arg(aside.join(QStringLiteral("; ")));
    picture.view = std::move(view);
    picture.values = std::move(values);
    picture.message = tr("This slice is empty.");
    m_image->setPicture(std::move(picture));
    m_numbers->setStatistics(statistics);
    showColors();
    showCursor();
}

void ArrayScroller::showColors()
{
    const bool isSigned = m_range ? m_range->first < 0 : m_statistics.least < 0;
    ColorBar bar;
    double low = 0;
    double high = 0;
    if (isSigned) {
        high = m_range ? std::max(std::abs(m_range->first), std::abs(m_range->second)) : m_limit;
        low = -high;
        bar.scale = ColorScale::symmetric(high, m_source->unit());
    } else if (!m_range && m_source->unit() == QLatin1String("Å")) {
        bar.scale = ColorScale::distance();
        low = bar.scale.low();
        high = bar.scale.high();
    } else {
        low = m_range ? m_range->first : m_statistics.least;
        high = m_range ? m_range->second : m_statistics.most;
        bar.scale = ColorScale::magnitude(high, m_source->unit(), low);
    }
    ArrayPicture picture = m_image->picture();
    bar.clippedShare =
        std::any_of(picture.values.begin(), picture.values.end(), [&](float v) { return bar.scale.clips(v); })
            ? 1
            : 0;
    picture.bar = bar;
    m_image->setPicture(std::move(picture));
    m_numbers->setRange(low, high, m_range.has_value());
}

void ArrayScroller::setRange(double low, double high)
{
    if (!m_source || m_statistics.values == 0 || !(low < high))
        return;
    m_range = {low, high};
    showColors();
}

void ArrayScroller::resetRange()
{
    m_range.reset();
    if (m_source && m_statistics.values > 0)
        showColors();
}

void ArrayScroller::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

} // namespace WhiteBox

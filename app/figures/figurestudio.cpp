// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/figurestudio.h"

#include "core/alignment/columnstatistics.h"
#include "widgets/mapcontent.h"
#include "widgets/patternspanel.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <functional>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FigureStudio)
};

Error refused(const QString &why, const QString &remedy)
{
    Error error;
    error.what = Text::tr("This figure cannot be made");
    error.why = why;
    error.remedy = remedy;
    return error;
}

/// Runs the events until it is done. Computations end within 50 ms of a stop.
Result<void> waitFor(const std::function<bool()> &isDone, const StopToken &stop)
{
    QEventLoop loop;
    QTimer look; // also for a token that is stopped by a signal
    look.setInterval(std::chrono::milliseconds(5));
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (stop.stop_requested() || isDone())
            loop.quit();
    });
    look.start();
    if (!isDone())
        loop.exec();
    if (stop.stop_requested())
        return Error::cancelled();
    return {};
}

} // namespace

FigureStudio::FigureStudio(FigureSource source)
    : m_source(std::move(source))
    , m_explanations(&m_selection, &m_settings)
    , m_map(&m_selection)
    , m_panels(&m_selection, &m_settings, &m_explanations)
    , m_gradientBox(m_panels.gradientWidget())
    , m_couplingsBox(m_panels.couplingsWidget())
    , m_field(m_panels.field())
    , m_studies(&m_selection, &m_settings, &m_explanations)
{
    const JobResult &result = *m_source.result;
    showProtein(m_map, result);
    if (result.alignment)
        m_map.setColumns(columnStatistics(*result.alignment));
    m_studies.patterns->setResult(m_source.result);
    for (const NamedStudy &study : m_studies.studies) {
        study.panel->setParent(&m_stage);
        study.panel->hide();
    }
    m_stage.setAttribute(Qt::WA_DontShowOnScreen);
    m_stage.show();
    QObject::connect(&m_explanations, &ExplanationController::failed, &m_map,
                     [this](const Error &error) { m_failure = error; });
    m_explanations.setFactory(m_source.factory);
}

FigureStudio::~FigureStudio() = default;

QStringList FigureStudio::names()
{
    return {QStringLiteral("page"),      QStringLiteral("map"),           QStringLiteral("gradient"),
            QStringLiteral("couplings"), QStringLiteral("field"),         QStringLiteral("curve"),
            QStringLiteral("whatif"),    QStringLiteral("scatter"),       QStringLiteral("correlation"),
            QStringLiteral("sign"),      QStringLiteral("randomisation"), QStringLiteral("patterns")};
}

Result<void> FigureStudio::check(const FigureRecipe &recipe) const
{
    const JobResult &r = *m_source.result;
    if (!names().contains(recipe.figure))
        return refused(Text::tr("there is no figure \"%1\"").arg(recipe.figure),
                       Text::tr("Choose among %1.").arg(names().join(QStringLiteral(", "))));
    if (recipe.pair && (recipe.pair->i < 0 || recipe.pair->j < 0 || recipe.pair->i >= r.length() ||
                        recipe.pair->j >= r.length()))
        return refused(
            Text::tr("pair %1 lies outside of the %2 residues").arg(recipe.pair->text()).arg(r.length()),
            Text::tr("Give the input that the figure was made of."));
    if (!recipe.pair && recipe.figure != QLatin1String("map"))
        return refused(Text::tr("it shows a pair, and none was given"),
                       Text::tr("Give --pair I,J, counted from 1."));
    const QString truth = r.structure ? r.structure->structure.name : QString();
    if (truth != recipe.truth)
        return refused(recipe.truth.isEmpty()
                           ? Text::tr("it was made without a structure, and the result has one")
                           : Text::tr("it was made with the structure %1, and the result has %2")
                                 .arg(recipe.truth, truth.isEmpty() ? Text::tr("none") : truth),
                       Text::tr("Give that structure's file with --structure."));
    if (!r.structure && (needsTruth(recipe.lower) || needsTruth(recipe.upper)))
        return refused(Text::tr("half of the map shows the truth, and there is no structure"),
                       Text::tr("Give a structure's file with --structure."));
    return {};
}

bool FigureStudio::isExplained() const
{
    const auto current = m_explanations.current();
    if (m_failure || !current)
        return m_failure.has_value();
    return m_explanations.isOfRequest(*current);
}

Result<void> FigureStudio::explain(const StopToken &stop)
{
    m_failure.reset();
    m_selection.setPair(m_recipe.pair);
    if (!m_recipe.pair)
        return {};
    auto waited = waitFor([this] { return isExplained(); }, stop);
    if (waited.isOk() && m_failure)
        return *m_failure;
    m_map.setWindowRadius(m_explanations.windowSide() / 2);
    return waited;
}

Result<const FigurePanel *> FigureStudio::study(const FigureRecipe &recipe, const StopToken &stop)
{
    for (const NamedStudy &study : m_studies.studies) {
        if (recipe.figure != QLatin1String(study.name))
            continue;
        if (!study.panel->setFigureOption(recipe.option))
            return refused(Text::tr("its option is none of this figure's"),
                           Text::tr("Take a figure as White Box wrote it."));
        // Studies are computed while they are seen; this one is, by nobody.
        study.panel->show();
        auto waited = waitFor([&study] { return !study.panel->isBusy(); }, stop);
        study.panel->hide();
        if (!waited.isOk())
            return std::move(waited).error();
        if (study.panel->failure())
            return *study.panel->failure();
        m_recipe.option = study.panel->figureOption();
        return study.panel->figure();
    }
    return refused(Text::tr("there is no figure \"%1\"").arg(recipe.figure), {});
}

Result<const FigurePanel *> FigureStudio::show(const FigureRecipe &recipe, const StopToken &stop)
{
    if (auto fits = check(recipe); !fits.isOk())
        return std::move(fits).error();
    m_recipe = recipe;
    recipe.applyTo(m_settings);
    m_selection.setOpenTile(recipe.openTile);
    if (auto explained = explain(stop); !explained.isOk())
        return std::move(explained).error();
    showLayers(m_map, *m_source.result, m_settings);
    showMarks(m_map, *m_source.result, m_settings);
    const QRect all(0, 0, m_source.result->length(), m_source.result->length());
    m_map.setVisibleCells(recipe.visible.isEmpty() ? all : recipe.visible);
    if (recipe.figure == QLatin1String("map"))
        return &m_map;
    if (recipe.figure == QLatin1String("gradient"))
        return m_panels.gradient();
    if (recipe.figure == QLatin1String("couplings"))
        return m_panels.couplings();
    if (recipe.figure == QLatin1String("field"))
        return m_panels.field();
    if (recipe.figure != QLatin1String("page"))
        return study(recipe, stop);
    const FigureCaption text = caption();
    m_page = std::make_unique<FigurePage>(text.title(), text.lines(), m_map, *m_panels.gradient(),
                                          *m_panels.couplings(), *m_panels.field());
    return m_page.get();
}

const StudyPanel *FigureStudio::panel(const char *study) const
{
    for (const NamedStudy &each : m_studies.studies)
        if (QLatin1String(each.name) == QLatin1String(study))
            return each.panel;
    return nullptr;
}

FigureCaption FigureStudio::caption() const
{
    return {*m_source.result, m_settings, m_selection.pair(), m_panels.limits()};
}

FigureNotes FigureStudio::notes() const
{
    FigureRecipe recipe = FigureRecipe::of(*m_source.result, m_settings, m_selection);
    recipe.figure = m_recipe.figure;
    recipe.input = m_source.input;
    recipe.visible = m_map.visibleCells();
    recipe.option = m_recipe.option;
    const bool paintsItself = recipe.figure == QLatin1String("page");
    return {paintsItself ? QStringList() : caption().lines(), recipe.toJson()};
}

} // namespace WhiteBox

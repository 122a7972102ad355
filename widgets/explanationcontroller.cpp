// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explanationcontroller.h"

#include "core/attribution/windowstatistics.h"

#include <cmath>
#include <condition_variable>
#include <limits>
#include <mutex>
#include <new>
#include <optional>
#include <thread>

namespace WhiteBox {

namespace {

struct Request
{
    ResiduePair pair;
    int channel = 0;
    ExplanationMethod method = ExplanationMethod::Guided;
    AttributionTarget target = AttributionTarget::RaisesDistance;
    quint64 number = 0; ///< counts what was asked
};

/// What the explanations of a protein have in common.
struct Subject
{
    std::shared_ptr<const Explainer> explainer; ///< null before the factory has run
    InputRange knownInputs;
    bool isTrainedOn = true;
};

using Computed = Result<std::shared_ptr<const Explanation>>;

Computed compute(const Subject &subject, const Request &request, const StopToken &stop)
{
    const Explainer &explainer = *subject.explainer;
    auto explanation = std::make_shared<Explanation>();
    explanation->explainer = subject.explainer;
    explanation->knownInputs = subject.knownInputs;
    explanation->isTrainedOn = subject.isTrainedOn;
    auto found = explainBy(request.method, explainer, request.pair, request.channel, request.target, stop);
    if (!found.isOk())
        return std::move(found).error();
    explanation->method = request.method;
    explanation->integrated = std::move(found.value().integrated);
    auto gradient = std::make_shared<const GradientWindow>(std::move(found.value().window));
    explanation->couplings =
        std::make_shared<const GradientWindow>(inputWindow(explainer.input(), request.pair, gradient->side));
    explanation->receptiveField = sumOverTiles(*gradient);
    explanation->couplingScale = double(explainer.input().scale());
    explanation->gradient = std::move(gradient);
    return std::shared_ptr<const Explanation>(std::move(explanation));
}

Result<ExplainedProtein> guarded(const ExplanationController::Factory &make, const StopToken &stop)
{
    try {
        return make(stop);
    } catch (const std::bad_alloc &) {
        return Error::outOfMemory();
    }
}

} // namespace

/// The thread and its two slots: the newest factory and the newest request. Only what lies in a slot waits.
struct ExplanationController::Worker
{
    explicit Worker(ExplanationController *owner)
        : controller(owner)
        , thread([this](const StopToken &stop) { run(stop); })
    {}

    ~Worker()
    {
        preparation.request_stop();
        thread.request_stop();
        thread.join();
    }

    void setFactory(Factory next, quint64 nextGeneration)
    {
        preparation.request_stop();
        const std::lock_guard lock(mutex);
        factory = std::move(next);
        factoryPending = true;
        generation = nextGeneration;
        request.reset();
        preparation = StopSource();
        wake.notify_one();
    }

    void setRequest(const Request &next)
    {
        const std::lock_guard lock(mutex);
        request = next;
        wake.notify_one();
    }

    void run(const StopToken &stop);
    void prepare(const Factory &make, quint64 of, const StopToken &stop);
    void answer(quint64 of, const Request &asked, const StopToken &stop);

    ExplanationController *controller;
    std::mutex mutex;
    std::condition_variable_any wake;
    Factory factory;
    bool factoryPending = false;
    quint64 generation = 0;
    std::optional<Request> request;
    StopSource preparation;
    Subject subject;     ///< of the worker's thread alone
    std::jthread thread; ///< last: starts when all else is there
};

void ExplanationController::Worker::prepare(const Factory &make, quint64 of, const StopToken &stop)
{
    subject = {};
    if (!make)
        return;
    auto made = guarded(make, stop);
    ExplanationController *target = controller;
    if (!made.isOk()) {
        if (!made.error().isCancelled())
            QMetaObject::invokeMethod(target,
                                      [target, of, error = made.error()] { target->fail(of, error); });
        return;
    }
    const ExplainedProtein protein = std::move(made).value();
    subject = {protein.explainer,
               protein.trainedOn ? *protein.trainedOn : rangeOf(protein.explainer->input()),
               protein.trainedOn.has_value()};
    const int side = protein.explainer->windowSide();
    QMetaObject::invokeMethod(target, [target, of, side] {
        if (of != target->m_generation)
            return;
        target->m_side = side;
        Q_EMIT target->prepared();
    });
}

void ExplanationController::Worker::answer(quint64 of, const Request &asked, const StopToken &stop)
{
    ExplanationController *target = controller;
    const auto failed = [&](const Error &error) {
        QMetaObject::invokeMethod(target, [target, of, number = asked.number, error] {
            if (number == target->m_requests) // what could not be answered is still the question
                target->fail(of, error);
        });
    };
    try {
        const Computed explanation = compute(subject, asked, stop);
        if (explanation.isOk())
            QMetaObject::invokeMethod(
                target, [target, of, found = explanation.value()] { target->deliver(of, found); });
        else if (!explanation.error().isCancelled())
            failed(explanation.error());
    } catch (const std::bad_alloc &) {
        // An exception must not leave the thread: it would end the program.
        failed(Error::outOfMemory());
    }
}

void ExplanationController::Worker::run(const StopToken &stop)
{
    while (!stop.stop_requested()) {
        std::unique_lock lock(mutex);
        wake.wait(lock, stop, [this] { return factoryPending || (request && subject.explainer); });
        if (stop.stop_requested())
            return;
        const quint64 of = generation;
        const StopToken ofProtein = preparation.get_token();
        if (factoryPending) {
            factoryPending = false;
            const Factory make = factory;
            lock.unlock();
            prepare(make, of, ofProtein);
            continue;
        }
        const Request next = *request;
        request.reset();
        lock.unlock();
        answer(of, next, ofProtein);
    }
}

ExplanationController::ExplanationController(PairSelection *selection, ViewSettings *settings,
                                             QObject *parent)
    : QObject(parent)
    , m_selection(selection)
    , m_settings(settings)
    , m_worker(std::make_unique<Worker>(this))
{
    connect(selection, &PairSelection::pairChanged, this, &ExplanationController::request);
    connect(settings, &ViewSettings::explanationChanged, this, &ExplanationController::request);
}

ExplanationController::~ExplanationController() = default;

void ExplanationController::setFactory(Factory factory)
{
    ++m_generation;
    m_hasProtein = bool(factory);
    m_hasFailed = false;
    m_side = 0;
    m_worker->setFactory(std::move(factory), m_generation);
    if (std::exchange(m_current, nullptr))
        Q_EMIT explanationChanged();
    request();
}

void ExplanationController::request()
{
    // What failed was another request. Without an explainer, though, none is ever answered.
    const bool hadFailed = m_side > 0 && std::exchange(m_hasFailed, false);
    const auto pair = m_selection->pair();
    ++m_requests;
    if (pair)
        m_worker->setRequest(
            {*pair, m_settings->channel(), m_settings->method(), m_settings->target(), m_requests});
    const bool isGone = !pair && std::exchange(m_current, nullptr);
    if (isGone || (hadFailed && !m_current))
        Q_EMIT explanationChanged();
}

bool ExplanationController::isOfRequest(const Explanation &explanation) const
{
    const GradientWindow &window = *explanation.gradient;
    return m_selection->pair() == window.pair && m_settings->channel() == window.channel &&
           m_settings->method() == explanation.method && m_settings->target() == window.target;
}

void ExplanationController::deliver(quint64 generation, std::shared_ptr<const Explanation> explanation)
{
    if (generation != m_generation || !m_selection->pair())
        return;
    m_hasFailed = false;
    m_current = std::move(explanation);
    Q_EMIT explanationChanged();
}

void ExplanationController::fail(quint64 generation, const Error &error)
{
    if (generation != m_generation)
        return; // what an earlier protein lacked is nobody's question any more
    // The picture before is no answer to what is asked now.
    m_hasFailed = true;
    if (m_current && !isOfRequest(*m_current))
        m_current = nullptr;
    if (!m_current)
        Q_EMIT explanationChanged();
    Q_EMIT failed(error);
}

Result<ExplainedProtein> explainedProtein(Result<std::shared_ptr<const Explainer>> explainer,
                                          std::optional<InputRange> trainedOn)
{
    if (!explainer.isOk())
        return std::move(explainer).error();
    return ExplainedProtein{std::move(explainer).value(), trainedOn};
}

} // namespace WhiteBox

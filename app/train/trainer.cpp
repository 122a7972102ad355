// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/train/trainer.h"

#include "app/train/curves.h"

#include <torch/torch.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <future>
#include <numbers>

namespace WhiteBox::Train {
namespace {

constexpr double kNearAngstrom = 10;

std::string pathIn(const QDir &folder, const char *name)
{
    return QFile::encodeName(folder.filePath(QString::fromLatin1(name))).toStdString();
}

/// Weight of a pair by separation: pairs near in sequence are near in space and teach little.
torch::Tensor separationWeight(const torch::Tensor &separation)
{
    return 0.02 + 0.08 * separation.ge(3).to(torch::kFloat32) + 0.4 * separation.ge(6).to(torch::kFloat32) +
           0.5 * separation.ge(12).to(torch::kFloat32);
}

/// Weighted Huber loss on clamped distances; unknown distances weigh nothing.
torch::Tensor lossOf(const torch::Tensor &predicted, const Batch &batch, const TrainOptions &options)
{
    const auto known = torch::isfinite(batch.truth);
    const auto target = torch::nan_to_num(batch.truth).clamp_max(options.clampAngstrom);
    const auto near = target.lt(kNearAngstrom).to(torch::kFloat32) * options.nearWeight + 1.0;
    const auto weight = near * separationWeight(batch.separation) * known.to(torch::kFloat32);
    const auto huber = [&](const torch::Tensor &y, const torch::Tensor &d) {
        return torch::huber_loss(y, d, at::Reduction::None, options.huberAngstrom);
    };
    auto loss = huber(predicted, target);
    if (options.softAngstrom > 0) {
        const auto bent = [&](const torch::Tensor &distance) {
            return saturate(distance, options.centreAngstrom, options.softAngstrom);
        };
        loss = huber(bent(predicted), bent(target)) + options.straightShare * loss;
    }
    return (loss * weight).sum() / weight.sum().clamp_min(1.0);
}

struct State
{
    std::int64_t epoch = 0;
    double seconds = 0;
    double bestScore = -1;
    std::int64_t bestEpoch = 0;
    std::int64_t steps = 0;
};

/// net: the averaged weights; trained: those that the optimizer moves.
void saveCheckpoint(const std::string &path, const TrainNet &net, const TrainNet &trained,
                    torch::optim::AdamW &optimizer, const State &state)
{
    torch::serialize::OutputArchive archive;
    net->save(archive);
    torch::serialize::OutputArchive moving;
    trained->save(moving);
    archive.write("trained", moving);
    torch::serialize::OutputArchive steps;
    optimizer.save(steps);
    archive.write("optimizer", steps);
    archive.write("state", torch::tensor({double(state.epoch), state.seconds, state.bestScore,
                                          double(state.bestEpoch), double(state.steps)},
                                         torch::kFloat64));
    archive.save_to(path + ".part");
    std::rename((path + ".part").c_str(), path.c_str());
}

bool loadCheckpoint(const std::string &path, TrainNet &net, TrainNet *trained, torch::optim::AdamW *optimizer,
                    State &state)
{
    if (!QFile::exists(QString::fromStdString(path)))
        return false;
    torch::serialize::InputArchive archive;
    archive.load_from(path);
    net->load(archive);
    if (trained) {
        torch::serialize::InputArchive moving;
        archive.read("trained", moving);
        (*trained)->load(moving);
    }
    if (optimizer) {
        torch::serialize::InputArchive steps;
        archive.read("optimizer", steps);
        optimizer->load(steps);
    }
    torch::Tensor values;
    archive.read("state", values);
    const auto *v = values.data_ptr<double>();
    state = {std::int64_t(v[0]), v[1], v[2], std::int64_t(v[3]), std::int64_t(v[4])};
    return true;
}

/// Warm-up over the first percent, then half a cosine down to a hundredth.
double rateAt(double fraction, double peak)
{
    const double warm = std::min(1.0, fraction / 0.01 + 0.05);
    const double cosine = 0.5 * (1 + std::cos(std::numbers::pi * std::min(1.0, fraction)));
    return peak * warm * (0.01 + 0.99 * cosine);
}

class Trainer
{
public:
    Trainer(const TrainOptions &options, const QDir &folder)
        : m_options(options)
        , m_folder(folder)
        , m_net(options.net)
        , m_average(options.net)
        , m_optimizer(m_net->parameters(),
                      torch::optim::AdamWOptions(options.learningRate).weight_decay(options.weightDecay))
    {
        loadCheckpoint(pathIn(folder, "last.pt"), m_average, &m_net, &m_optimizer, m_state);
        m_start = std::chrono::steady_clock::now() -
                  std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(m_state.seconds));
    }

    bool finished() const
    {
        return fraction(0) >= 1 || m_state.epoch - m_state.bestEpoch >= m_options.patience;
    }

    void runEpoch(const std::vector<Example> &examples, const std::vector<Example> &validation)
    {
        const double trainLoss = trainEpoch(examples);
        const Validation result = validate(m_average, validation, m_options);
        ++m_state.epoch;
        m_state.seconds = elapsed();
        const bool better = result.score() > m_state.bestScore;
        if (better) {
            m_state.bestScore = result.score();
            m_state.bestEpoch = m_state.epoch;
        }
        writeLog(int(examples.size()), trainLoss, result);
        saveCheckpoint(pathIn(m_folder, "last.pt"), m_average, m_net, m_optimizer, m_state);
        if (better)
            saveCheckpoint(pathIn(m_folder, "best.pt"), m_average, m_net, m_optimizer, m_state);
    }

private:
    using Clock = std::chrono::steady_clock;

    double elapsed() const { return std::chrono::duration<double>(Clock::now() - m_start).count(); }

    double fraction(double partOfEpoch) const
    {
        const double byEpoch = (double(m_state.epoch) + partOfEpoch) / m_options.epochs;
        return m_options.minutes > 0 ? std::max(byEpoch, elapsed() / (60 * m_options.minutes)) : byEpoch;
    }

    double trainEpoch(const std::vector<Example> &examples)
    {
        const auto crops =
            sampleEpoch(examples, m_options.cropSize, m_options.net.symmetric ? Halves::Upper : Halves::Both,
                        m_options.seed * 1000 + std::uint64_t(m_state.epoch));
        const auto batches = int(crops.size()) / m_options.batchSize;
        const auto load = [&](int n) {
            return makeBatch(crops.data() + std::size_t(n) * std::size_t(m_options.batchSize),
                             m_options.batchSize, m_options.cropSize, m_options.net.margin());
        };
        m_net->train();
        double sum = 0;
        int done = 0;
        auto next = std::async(std::launch::async, load, 0);
        for (int n = 0; n < batches && fraction(0) < 1; ++n, ++done) {
            const Batch batch = next.get();
            if (n + 1 < batches)
                next = std::async(std::launch::async, load, n + 1);
            sum += step(batch, double(n) / batches);
        }
        return sum / std::max(1, done);
    }

    double step(const Batch &batch, double partOfEpoch)
    {
        const double rate = rateAt(fraction(partOfEpoch), m_options.learningRate);
        for (auto &group : m_optimizer.param_groups())
            static_cast<torch::optim::AdamWOptions &>(group.options()).lr(rate);
        m_optimizer.zero_grad();
        const auto loss = lossOf(m_net->forward(batch.input, batch.mask), batch, m_options);
        loss.backward();
        torch::nn::utils::clip_grad_norm_(m_net->parameters(), 20.0);
        m_optimizer.step();
        average();
        return loss.item<double>();
    }

    /// Running mean of the weights over about 1 / (1 − averaging) steps, fewer at the start.
    void average()
    {
        torch::NoGradGuard guard;
        const auto n = double(++m_state.steps);
        const double keep = std::min(m_options.averaging, n / (n + 10));
        const auto from = m_net->parameters();
        const auto to = m_average->parameters();
        for (std::size_t p = 0; p < to.size(); ++p)
            to[p].lerp_(from[p], 1 - keep);
    }

    void writeLog(int chains, double trainLoss, const Validation &result)
    {
        const std::string path = pathIn(m_folder, "log.csv");
        const bool fresh = !QFile::exists(QString::fromStdString(path));
        std::FILE *file = std::fopen(path.c_str(), "a");
        if (!file)
            return;
        if (fresh)
            std::fputs("epoch,seconds,chains,learning_rate,train_loss,val_loss,long_L5,long_L2,long_L,"
                       "nonlocal_L,mae15,"
                       "lddt_cb\n",
                       file);
        const ContactMetrics &m = result.metrics;
        for (std::FILE *out : {file, stderr}) {
            std::fprintf(out, "%d,%.0f,%d,%.2e,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%.3f,%.4f\n", int(m_state.epoch),
                         m_state.seconds, chains, rateAt(fraction(0), m_options.learningRate), trainLoss,
                         result.loss, m.longRange.l5, m.longRange.l2, m.longRange.l, m.nonlocal.l, m.mae15,
                         m.lddtCb);
        }
        std::fclose(file);
        if (auto drawn = plotLog(m_folder); !drawn.isOk())
            std::fprintf(stderr, "whitebox-train: %s\n", qPrintable(drawn.error().text()));
    }

    TrainOptions m_options;
    QDir m_folder;
    TrainNet m_net;
    TrainNet m_average;
    torch::optim::AdamW m_optimizer;
    State m_state;
    Clock::time_point m_start;
};

DistanceMap toMap(const torch::Tensor &output)
{
    const auto values = output.contiguous();
    DistanceMap map(int(values.size(2)));
    std::copy_n(values.data_ptr<float>(), map.values().size(), map.values().begin());
    return map;
}

} // namespace

torch::Tensor saturate(const torch::Tensor &distance, double centre, double soft)
{
    return centre - soft * torch::softplus((centre - distance) / soft);
}

void train(const TrainOptions &options, const std::function<const std::vector<Example> &()> &examples,
           const std::vector<Example> &validation, const QDir &folder)
{
    torch::manual_seed(options.seed);
    Trainer trainer(options, folder);
    while (!trainer.finished())
        trainer.runEpoch(examples(), validation);
}

Validation validate(TrainNet &net, const std::vector<Example> &examples, const TrainOptions &options)
{
    torch::NoGradGuard guard;
    net->eval();
    Validation result;
    std::vector<ContactMetrics> metrics;
    for (const Example &example : examples) {
        const Crop whole{&example, 0, 0};
        const Batch batch = makeBatch(&whole, 1, example.length(), options.net.margin());
        const auto output = net->forward(batch.input, batch.mask);
        result.loss += lossOf(output, batch, options).item<double>() / double(examples.size());
        metrics.push_back(evaluateDistances(toMap(output), example.truth));
    }
    result.metrics = meanMetrics(metrics);
    return result;
}

TrainNet loadBest(const NetSpec &spec, const QDir &folder)
{
    TrainNet net(spec);
    State state;
    TORCH_CHECK(loadCheckpoint(pathIn(folder, "best.pt"), net, nullptr, nullptr, state),
                "there is no best.pt in the folder");
    net->eval();
    return net;
}

} // namespace WhiteBox::Train

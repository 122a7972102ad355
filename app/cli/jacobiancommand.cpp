// SPDX-License-Identifier: GPL-3.0-or-later
// whitebox-cli jacobian: all windows of a channel as one array, whole or in slices.
#include "app/cli/commands.h"
#include "app/cli/explanationask.h"
#include "core/coevolution/ccmpredfiles.h"
#include "core/export/jacobianfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <CLI/CLI.hpp>

#include <memory>

namespace WhiteBox::Cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

struct JacobianCommand
{
    ExplanationAsk ask;
    std::string output;
    std::string slice;
    bool half = false;
    int gzip = 0;
    bool resume = false;
};

/// (residue i, residue j, amino acid at i, at j, offset of i, of j), all counted as in the array.
std::vector<ArrayAxis> axesOf(const Jacobian &jacobian)
{
    const auto shape = jacobian.shape();
    std::vector<ArrayAxis> axes{{QStringLiteral("residue i"), shape[0], 0, {}},
                                {QStringLiteral("residue j"), shape[1], 0, {}}};
    const auto window = windowAxes(int(shape[4]));
    axes.insert(axes.end(), window.begin(), window.end());
    return axes;
}

/// ":", "7", "3:9", "3:" or ":9" of an axis with that many entries.
bool parseRange(const QString &text, std::int64_t extent, Jacobian::Range &range)
{
    bool firstOk = true;
    bool lastOk = true;
    const QStringList parts = text.trimmed().split(u':');
    if (parts.size() > 2)
        return false;
    range = {0, extent};
    if (!parts[0].isEmpty())
        range.first = parts[0].toLongLong(&firstOk);
    if (parts.size() == 1)
        range.last = range.first + 1;
    else if (!parts[1].isEmpty())
        range.last = parts[1].toLongLong(&lastOk);
    const bool empty = parts.size() == 1 && parts[0].isEmpty();
    return firstOk && lastOk && !empty && range.first >= 0 && range.first < range.last &&
           range.last <= extent;
}

Result<Jacobian::Ranges> rangesOf(const std::string &text, const Jacobian &jacobian)
{
    const QStringList parts = QString::fromStdString(text).split(u',');
    const auto shape = jacobian.shape();
    Jacobian::Ranges ranges;
    bool ok = parts.size() <= 6;
    for (std::size_t d = 0; ok && d < ranges.size(); ++d)
        ok = parseRange(parts.value(qsizetype(d), QStringLiteral(":")), shape[d], ranges[d]);
    if (ok)
        return ranges;
    QStringList extents;
    for (const std::int64_t extent : shape)
        extents << QString::number(extent);
    return Error{ErrorKind::InvalidInput,
                 tr("The slice \"%1\" is not understood").arg(QString::fromStdString(text)),
                 tr("the array is (%1)").arg(extents.join(QStringLiteral(", "))),
                 tr("Give up to six parts N, FIRST:END or :, such as 20,32,:,: (counted from 0).")};
}

Result<QStringList> writeSlice(const JacobianCommand &c, const Asked &asked, const Jacobian &jacobian,
                               QJsonObject &described, const Context &context)
{
    const auto ranges = rangesOf(c.slice, jacobian);
    if (!ranges.isOk())
        return ranges.error();
    auto values = jacobian.slice(ranges.value(), c.ask.threads, context.stop, terminalProgress());
    if (!values.isOk())
        return std::move(values).error();
    NamedArray array{QStringLiteral("jacobian"), unitOf(asked), axesOf(jacobian), std::move(values).value()};
    for (std::size_t d = 0; d < array.axes.size(); ++d) {
        const auto [first, last] = ranges.value()[d];
        array.axes[d].first += first;
        array.axes[d].extent = last - first;
        if (!array.axes[d].labels.isEmpty())
            array.axes[d].labels = array.axes[d].labels.mid(first, last - first);
    }
    described.insert(QStringLiteral("shape"), array.description()[QStringLiteral("shape")]);
    return writeArrays(pathOf(c.output), {array}, described);
}

bool isNpy(const QString &path)
{
    return QFileInfo(path).suffix().toLower() == QLatin1String("npy");
}

/// What will be done, as far as the command does not say it.
void tellPlan(const JacobianFilePlan &plan, const JacobianCommand &c, QJsonObject &described,
              const Context &context)
{
    QStringList notices;
    const qint64 length = described[QStringLiteral("length")].toInteger();
    if (plan.room == DiskRoom::Doubtful)
        notices << tr("The disk may not do: %1 MB are free, the array takes up to %2 MB before compression.")
                       .arg(qint64(plan.freeBytes / 1e6))
                       .arg(qint64(plan.bytes / 1e6));
    if (plan.complete)
        notices << tr("The file is already complete: nothing was done.");
    else if (c.resume)
        notices << (plan.donePairs > 0
                        ? tr("Going on after %1 of %2 pairs.").arg(plan.donePairs).arg(length * length)
                        : tr("There is no stopped run to go on with: beginning at the first pair."));
    QJsonArray all = described[QStringLiteral("notices")].toArray();
    for (const QString &notice : notices) {
        printNotice(notice, context);
        all.append(notice);
    }
    described.insert(QStringLiteral("notices"), all);
    described.insert(QStringLiteral("alreadyComplete"), plan.complete);
    described.insert(QStringLiteral("resumedAfterPairs"), double(plan.donePairs));
}

Result<QStringList> writeWhole(const JacobianCommand &c, const Asked &asked, const Jacobian &jacobian,
                               QJsonObject &described, const Context &context)
{
    const QJsonObject array =
        NamedArray{QStringLiteral("jacobian"), unitOf(asked), axesOf(jacobian), {}}.description();
    described.insert(QStringLiteral("shape"), array[QStringLiteral("shape")]);
    described.insert(QStringLiteral("arrays"), QJsonArray{array});
    JacobianFileOptions options;
    options.half = c.half;
    options.gzip = c.gzip;
    options.resume = c.resume;
    options.description = QString::fromUtf8(QJsonDocument(described).toJson());
    const QString path = pathOf(c.output);
    const auto plan = planJacobian(path, jacobian, options);
    if (!plan.isOk())
        return plan.error();
    tellPlan(plan.value(), c, described, context);
    auto written = writeJacobian(path, jacobian, options, c.ask.threads, context.stop, terminalProgress());
    if (!written.isOk()) {
        if (written.error().isCancelled())
            printNotice(tr("What is done is kept in %1.part: --resume goes on with it.").arg(path), context);
        return std::move(written).error();
    }
    QStringList files{path};
    if (isNpy(path))
        files << path.chopped(4) + QStringLiteral(".json");
    return files;
}

/// What would be left undone without a word.
Result<void> checkOptions(const JacobianCommand &c)
{
    const Error tells{
        ErrorKind::InvalidInput, tr("The options do not go together"), {}, {}, pathOf(c.output)};
    const auto refusal = [&tells](const QString &why, const QString &remedy) {
        Error error = tells;
        error.why = why;
        error.remedy = remedy;
        return error;
    };
    if (!c.slice.empty() && (c.half || c.gzip > 0 || c.resume))
        return refusal(tr("slices are written at once, in float32 and not compressed"),
                       tr("Leave out --float16, --gzip and --resume, or --slice."));
    if (c.gzip > 0 && isNpy(pathOf(c.output)))
        return refusal(tr("NPY has no compression"), tr("Name the file .h5, or leave out --gzip."));
    return {};
}

Result<QJsonObject> compute(const JacobianCommand &c, const Context &context)
{
    const QString path = pathOf(c.output);
    if (auto checked = checkOptions(c); !checked.isOk())
        return std::move(checked).error();
    if (auto known = checkArraySuffix(path); !known.isOk())
        return std::move(known).error();
    if (auto writable = checkWritable(path); !writable.isOk())
        return std::move(writable).error();
    auto asked = loadAsked(c.ask, context);
    if (!asked.isOk())
        return std::move(asked).error();
    const WindowQuestion &q = asked.value().question;
    const Jacobian jacobian(asked.value().explainer, q.channel, q.method, q.target);
    QJsonObject described = describeAsked(asked.value(), false);
    described.insert(QStringLiteral("outside"),
                     QStringLiteral("NaN: residues that the protein does not have"));
    auto files = c.slice.empty() ? writeWhole(c, asked.value(), jacobian, described, context)
                                 : writeSlice(c, asked.value(), jacobian, described, context);
    if (!files.isOk())
        return std::move(files).error();
    described.insert(QStringLiteral("files"), QJsonArray::fromStringList(files.value()));
    return described;
}

void print(const QJsonObject &d)
{
    QStringList extents;
    for (const QJsonValue &extent : d[QStringLiteral("shape")].toArray())
        extents << QString::number(extent.toInt());
    printLine(tr("(%1): residue i, residue j, amino acid at i, amino acid at j, offset of i, offset of j")
                  .arg(extents.join(QStringLiteral(", "))));
    const bool complete = d[QStringLiteral("alreadyComplete")].toBool();
    for (const QJsonValue &file : d[QStringLiteral("files")].toArray())
        printLine((complete ? tr("already complete: %1") : tr("written: %1")).arg(file.toString()));
}

void execute(const JacobianCommand &c, Context &context)
{
    const auto computed = compute(c, context);
    clearProgressLine();
    if (!computed.isOk())
        context.status = report(computed.error(), context);
    else if (context.json)
        printJson(computed.value());
    else
        print(computed.value());
}

} // namespace

void addJacobianCommand(CLI::App &app, Context &context)
{
    auto *command =
        app.add_subcommand("jacobian", "All windows of a channel as one array, whole or in slices");
    const auto c = std::make_shared<JacobianCommand>();
    addAskOptions(*command, c->ask, AskPair::None, AskMethods::Rules);
    command
        ->add_option(
            "--out", c->output,
            "Array (L, L, 21, 21, 15, 15), float32, NaN outside the protein: .h5 (a chunk a pair) or .npy; "
            "of a slice .csv too")
        ->required();
    command->add_option("--slice", c->slice,
                        "Only a part, as Python writes it, counted from 0: up to six of N, FIRST:END or :");
    command->add_flag("--float16", c->half, "Half the size, three digits (of the whole array)");
    command
        ->add_option("--gzip", c->gzip,
                     "Compress the whole array, 1 to 9 (.h5 alone). The size is not known before: where the "
                     "disk has less than the uncompressed size you are warned, below a tenth of it refused")
        ->check(CLI::Range(0, 9));
    command->add_flag(
        "--resume", c->resume,
        "Go on with a stopped run of the same array and settings; a file that is complete stays as it "
        "is, others are refused");
    command->callback([c, &context] { execute(*c, context); });
}

} // namespace WhiteBox::Cli

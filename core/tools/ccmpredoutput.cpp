// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tools/ccmpredoutput.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <array>
#include <csignal>

namespace WhiteBox {

namespace {

struct Ccmpred
{
    Q_DECLARE_TR_FUNCTIONS(Ccmpred)
};

constexpr int kWordsKept = 12;

/// ccmpred prints decimal commas where the locale has them.
double number(QByteArray text, bool &ok)
{
    const double value = text.replace(',', '.').trimmed().toDouble(&ok);
    return ok ? value : 0;
}

Error failure(const ProcessOutcome &outcome, const CcmpredOutput &output, ErrorKind kind, const QString &why,
              const QString &remedy)
{
    Error error;
    error.kind = kind;
    error.what = Ccmpred::tr("The couplings could not be computed by ccmpred");
    error.why = why;
    error.remedy = remedy;
    error.command = outcome.command;
    error.exitStatus = outcome.exitStatus;
    // Most of its complaints go to stdout.
    error.outputTail = (output.words + QStringList{outcome.outputTail}).join(QLatin1Char('\n')).trimmed();
    return error;
}

struct Meaning
{
    int status;
    ErrorKind kind;
    const char *why;
    const char *remedy;
};

constexpr const char *kBuiltIn =
    QT_TRANSLATE_NOOP("Ccmpred", "Copy the command to try it in a terminal, or use the "
                                 "built-in engine.");
constexpr std::array kMeanings = {
    Meaning{
        2, ErrorKind::Io, QT_TRANSLATE_NOOP("Ccmpred", "it could not open its input"),
        QT_TRANSLATE_NOOP("Ccmpred", "Check that the folder for its files can be read, and run it again.")},
    Meaning{
        3, ErrorKind::Io,
        QT_TRANSLATE_NOOP("Ccmpred", "it could not write its results, which it finds out only at the end"),
        QT_TRANSLATE_NOOP("Ccmpred", "Check the free space and who may write there.")},
    Meaning{
        4, ErrorKind::Io,
        QT_TRANSLATE_NOOP("Ccmpred", "it could not write its results, which it finds out only at the end"),
        QT_TRANSLATE_NOOP("Ccmpred", "Check the free space and who may write there.")},
    Meaning{100, ErrorKind::Parse,
            QT_TRANSLATE_NOOP("Ccmpred", "it found a '>' in its input, which must be .aln, not FASTA"),
            kBuiltIn},
    Meaning{128 + SIGABRT, ErrorKind::ToolFailed, QT_TRANSLATE_NOOP("Ccmpred", "it aborted (signal 6)"),
            kBuiltIn},
    Meaning{128 + SIGSEGV, ErrorKind::ToolFailed,
            QT_TRANSLATE_NOOP("Ccmpred",
                              "it crashed (signal 11), as it does where memory or its numbers overflow"),
            kBuiltIn},
    Meaning{128 + SIGKILL, ErrorKind::Resources,
            QT_TRANSLATE_NOOP("Ccmpred", "something killed it (SIGKILL), perhaps for want of memory"),
            QT_TRANSLATE_NOOP("Ccmpred", "Close other programs, or take a part of the protein (a domain).")},
    Meaning{128 + SIGTERM, ErrorKind::ToolFailed,
            QT_TRANSLATE_NOOP("Ccmpred", "it was ended from outside (SIGTERM)"),
            QT_TRANSLATE_NOOP("Ccmpred", "Run it again.")},
};

/// Status 1 stands for several things; the words tell them apart.
Error usageOrMemory(const ProcessOutcome &outcome, const CcmpredOutput &output)
{
    const QString all = output.words.join(QLatin1Char(' ')) + outcome.outputTail;
    if (all.contains(QLatin1String("memory"), Qt::CaseInsensitive))
        return failure(outcome, output, ErrorKind::Resources, Ccmpred::tr("it found too little memory"),
                       Ccmpred::tr("Close other programs, or take a part of the protein (a domain)."));
    return failure(outcome, output, ErrorKind::Unsupported, Ccmpred::tr("it does not know the options used"),
                   Ccmpred::tr("Install ccmpred 0.3.3, or use the built-in engine."));
}

Result<void> judgeStatus(const ProcessOutcome &outcome, const CcmpredOutput &output)
{
    if (outcome.exitStatus == 0)
        return {};
    if (outcome.exitStatus == 1)
        return usageOrMemory(outcome, output);
    for (const Meaning &meaning : kMeanings)
        if (meaning.status == outcome.exitStatus)
            return failure(outcome, output, meaning.kind, Ccmpred::tr(meaning.why),
                           Ccmpred::tr(meaning.remedy));
    return failure(outcome, output, ErrorKind::ToolFailed,
                   Ccmpred::tr("it ended with status %1").arg(outcome.exitStatus), Ccmpred::tr(kBuiltIn));
}

} // namespace

// "3	1	30712.2	5524.27	1.7e+06	0.00034" under the heading iter, eval, f(x), ║x║, ║g║, step.
bool CcmpredOutput::takeIteration(const QByteArray &line)
{
    const QList<QByteArray> parts = line.split('\t');
    if (parts.size() < 6)
        return false;
    std::array<double, 6> values{};
    for (std::size_t k = 0; k < values.size(); ++k) {
        bool ok = false;
        values[k] = number(parts[qsizetype(k)], ok);
        if (!ok)
            return false;
    }
    if (!(values[0] >= 0 && values[0] < 1e9 && values[1] >= 0 && values[1] < 1e9))
        return false;
    trace.push_back({int(values[0]), int(values[1]), values[2], values[3], values[4], values[5]});
    objective = values[2];
    return true;
}

bool CcmpredOutput::take(const QByteArray &line)
{
    static const QRegularExpression weights(QStringLiteral(
        "^(?:Reweighted (\\d+) sequences .*Beff=([^ ]+)|Using uniform weights on (\\d+) sequences)"));
    static const QRegularExpression ending(QStringLiteral("^(?:Done|Exit) with status code:? *(-?\\d+)"));
    static const QRegularExpression finalF(QStringLiteral("^Final fx *= *([^ ]+)"));
    static const QRegularExpression banner(QStringLiteral("version (\\d[\\w.]*)"));
    if (takeIteration(line))
        return true;
    const QString text = QString::fromUtf8(line);
    bool ok = false;
    if (const auto match = weights.match(text); match.hasMatch()) {
        rows = (match.captured(1) + match.captured(3)).toInt();
        neff = match.captured(2).isEmpty() ? rows : number(match.captured(2).toLatin1(), ok);
        return true;
    }
    if (const auto match = ending.match(text); match.hasMatch()) {
        const int code = match.captured(1).toInt();
        status = code == -1022                ? PottsStatus::IterationLimit
                 : code == -1023              ? PottsStatus::LineSearchFailed
                 : code == 0 && trace.empty() ? PottsStatus::AlreadyMinimised
                                              : PottsStatus::Converged;
        if (code != 0 && code != -1022 && code != -1023)
            status.reset();
    } else if (const auto f = finalF.match(text); f.hasMatch()) {
        objective = number(f.captured(1).toLatin1(), ok);
        return false;
    } else if (const auto told = banner.match(text); told.hasMatch()) {
        version = told.captured(1);
        return false;
    }
    if (!text.trimmed().isEmpty()) {
        words << harmless(text.left(300));
        if (words.size() > kWordsKept)
            words.removeFirst();
    }
    return false;
}

Result<void> judgeCcmpred(const ProcessOutcome &outcome, const CcmpredOutput &output,
                          const QString &couplings)
{
    if (outcome.cancelled)
        return Error::cancelled();
    if (!outcome.started)
        return failure(
            outcome, output, ErrorKind::MissingTool,
            Ccmpred::tr("%1 could not be started: %2").arg(outcome.command.value(0), outcome.failure),
            Ccmpred::tr("Set its path, or use the built-in engine."));
    if (!outcome.excess.isEmpty())
        return failure(outcome, output, outcome.diskFull ? ErrorKind::Resources : ErrorKind::ToolFailed,
                       outcome.excess,
                       outcome.diskFull ? Ccmpred::tr("Free some space, or use the built-in engine.")
                                        : Ccmpred::tr(kBuiltIn));
    if (auto judged = judgeStatus(outcome, output); !judged.isOk())
        return judged;
    if (!output.status)
        return failure(outcome, output, ErrorKind::ToolFailed,
                       Ccmpred::tr("it stopped without saying how its optimiser ended"),
                       Ccmpred::tr(kBuiltIn));
    if (QFileInfo(couplings).size() == 0)
        return failure(outcome, output, ErrorKind::ToolFailed,
                       Ccmpred::tr("it said that it is done but wrote no couplings"), Ccmpred::tr(kBuiltIn));
    return {};
}

} // namespace WhiteBox

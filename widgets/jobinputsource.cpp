// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobinputsource.h"

#include "core/alignment/alignmentreader.h"
#include "core/pipeline/inputcontent.h"
#include "core/pipeline/inputrange.h"
#include "core/pipeline/jobneeds.h"
#include "core/sequence/inputfile.h"
#include "core/sequence/queryresidues.h"
#include "core/structure/chainmatch.h"
#include "core/structure/structurereader.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <iterator>

namespace WhiteBox {

namespace {

constexpr qint64 kQuestionLimit = qint64(1) << 20; ///< bytes; more is no query
constexpr int kMostChains = 6;                     ///< that are offered as buttons

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JobInputSource)
};

/// The text that a question can be about, or nothing.
QByteArray textOf(const InputSource &source)
{
    if (source.paths.isEmpty())
        return source.text;
    const auto read = source.paths.size() == 1 ? loadInputText(source.paths.first(), kQuestionLimit)
                                               : Result<QByteArray>(QByteArray());
    return read.isOk() ? read.value() : QByteArray();
}

/// How many chains joined by ":" or "/" the record with most of them has.
int chainsIn(const QByteArray &text)
{
    int most = 0;
    int joints = 0;
    forEachLine(text, [&](qint64, QByteArrayView line) {
        joints = line.startsWith('>') ? 0 : joints + int(line.count(':') + line.count('/'));
        most = std::max(most, joints);
        return true;
    });
    return most + 1;
}

/// Whether the one thing wrong is that a sequence is no row of the alignment beside it.
bool isStrangerToItsAlignment(const InputSource &source, const Error &error)
{
    if (error.kind != ErrorKind::Mismatch || source.paths.size() != 2)
        return false;
    const auto text = loadInputText(error.file);
    return text.isOk() && recogniseAlignmentFormat(text.value()) != AlignmentFormat::Unknown;
}

QString shortName(const QString &name)
{
    constexpr qsizetype kLongest = 20;
    return name.size() <= kLongest ? name : name.left(kLongest - 1) + QStringLiteral("…");
}

/// That a question is about; empty: about several.
QString fileAsked(const InputSource &source)
{
    return source.paths.size() > 1 ? QString() : source.name();
}

InputQuestion whichSequence(const InputSource &source, InputOptions options,
                            const std::vector<JobInput> &inputs)
{
    constexpr std::size_t kMostNames = 4;
    const int count = int(inputs.size());
    InputQuestion question;
    question.error.file = fileAsked(source);
    question.error.what = Text::tr("%n sequences were found", nullptr, count);
    question.error.why = Text::tr("each of them would be a job of its own");
    question.error.remedy = Text::tr("Queue all of them, or choose one.");
    InputOptions all = options;
    all.allRecords = true;
    question.answers.push_back({Text::tr("Queue all %n", nullptr, count), all});
    const auto isAsLong = [&](const JobInput &input) {
        return input.kind == InputKind::Sequence && input.query.length() == inputs[0].query.length();
    };
    if (source.paths.size() > 1)
        return question; // a record's number would be one in each of the files
    if (std::ranges::all_of(inputs, isAsLong)) {
        InputOptions rows = options;
        rows.asAlignment = true;
        question.answers.push_back({Text::tr("Import as an alignment"), rows});
    }
    for (std::size_t n = 0; n < std::min(kMostNames, inputs.size()); ++n) {
        options.record = int(n) + 1;
        question.answers.push_back({shortName(inputs[n].query.name), options});
    }
    return question;
}

std::optional<InputQuestion> howMuch(InputOptions options, const std::vector<JobInput> &inputs, int threads)
{
    for (const JobInput &input : inputs) {
        const auto size = checkInputSize(input, kRowsOfASearch, threads);
        if (size.isOk())
            continue;
        InputQuestion question{size.error(), {}};
        question.error.file = input.query.name;
        options.residues = residuesThatFit(input, kRowsOfASearch, threads);
        if (options.residues > 0)
            question.answers.push_back({Text::tr("Residues 1–%1").arg(options.residues), options});
        return question;
    }
    return {};
}

bool isDoubtful(const JobInput &input)
{
    return !input.doubt.isEmpty();
}

InputQuestion whetherMeant(InputOptions options, const JobInput &input)
{
    InputQuestion question;
    question.error.file = input.query.name;
    question.error.what = input.doubt;
    question.error.why = input.doubt == nucleotideNotice()
                             ? Text::tr("at least 90 % of its letters are A, C, G, T, U or N")
                             : Text::tr("its repeats are alike in proteins that are not related");
    question.error.remedy = Text::tr("Continue all the same, or give another sequence.");
    options.acceptDoubts = true;
    question.answers.push_back({Text::tr("Continue"), options});
    return question;
}

InputQuestion whetherAllAreMeant(const InputSource &source, InputOptions options,
                                 const std::vector<JobInput> &inputs)
{
    constexpr int kMostDoubts = 3;
    QStringList doubts;
    int doubtful = 0;
    for (const JobInput &input : inputs)
        if (isDoubtful(input) && ++doubtful <= kMostDoubts)
            doubts << QStringLiteral("“%1”: %2").arg(shortName(input.query.name), input.doubt);
    if (doubtful > kMostDoubts)
        doubts << Text::tr("and %n more", nullptr, doubtful - kMostDoubts);
    InputQuestion question;
    question.error.file = fileAsked(source);
    question.error.what = Text::tr("%n of %1 sequences are doubtful", nullptr, doubtful).arg(inputs.size());
    question.error.why = doubts.join(QLatin1Char(' '));
    question.error.remedy = Text::tr("Queue all of them, or leave out what is doubtful.");
    options.acceptDoubts = true;
    question.answers.push_back({Text::tr("Queue all %n", nullptr, int(inputs.size())), options});
    options.leaveOutDoubtful = true;
    if (doubtful < int(inputs.size()))
        question.answers.push_back({Text::tr("Leave out %n", nullptr, doubtful), options});
    return question;
}

/// One that is too long does not hold up the others.
void refuseTooLong(LoadedInputs &loaded, int threads)
{
    std::vector<JobInput> fitting;
    std::vector<Error> tooLong;
    for (const JobInput &input : loaded.inputs) {
        if (const auto size = checkInputSize(input, kRowsOfASearch, threads); size.isOk()) {
            fitting.push_back(input);
        } else {
            tooLong.push_back(size.error());
            tooLong.back().what = QStringLiteral("%1: %2").arg(input.query.name, size.error().what);
            tooLong.back().file = input.file;
        }
    }
    if (fitting.empty())
        return; // what is left to ask about
    loaded.inputs = std::move(fitting);
    std::ranges::move(tooLong, std::back_inserter(loaded.refused));
}

/// Whether a file, or a text, holds several of them.
bool shareFiles(const std::vector<JobInput> &inputs)
{
    QSet<QString> files;
    for (const JobInput &input : inputs)
        files << input.file;
    return std::size_t(files.size()) < inputs.size();
}

} // namespace

QString InputSource::name() const
{
    return paths.isEmpty() ? origin : QFileInfo(paths.first()).fileName();
}

Result<LoadedInputs> readInputs(const InputSource &source, const InputOptions &options, int threads)
{
    LoadedInputs loaded;
    if (source.paths.isEmpty()) {
        auto parsed = parseJobInputs(source.text, source.origin, options);
        if (!parsed.isOk())
            return parsed.error();
        loaded.inputs = std::move(parsed).value();
    } else {
        auto read = loadUsableInputs(source.paths, options);
        if (!read.isOk())
            return read.error();
        loaded = std::move(read).value();
    }
    if (options.leaveOutDoubtful)
        std::erase_if(loaded.inputs, isDoubtful);
    for (JobInput &input : loaded.inputs)
        if (options.residues > 0 && input.query.length() > options.residues)
            input = inRange(std::move(input), {0, options.residues});
    if (source.paths.size() > 1)
        refuseTooLong(loaded, threads);
    return loaded;
}

QStringList leftOutLines(const LoadedInputs &loaded)
{
    QSet<QString> files;
    for (const Error &error : loaded.refused)
        files << error.file;
    const int count = int(files.size());
    const bool inPart = std::ranges::any_of(
        loaded.inputs, [&files](const JobInput &input) { return files.contains(input.file); });
    QStringList lines;
    if (loaded.inputs.empty())
        lines << Text::tr("None of the %n files can be used:", nullptr, loaded.files);
    else if (inPart)
        lines << Text::tr("%n files were left out, or a part of them:", nullptr, count);
    else
        lines << Text::tr("%n files were left out:", nullptr, count);
    for (const Error &error : loaded.refused)
        lines << QStringLiteral("• ") + error.text().simplified();
    return lines;
}

std::vector<InputAnswer> answersTo(const InputSource &source, const InputOptions &given, const Error &error,
                                   int threads)
{
    const QByteArray text = textOf(source);
    std::vector<InputAnswer> answers;
    InputOptions options = given;
    if (isStrangerToItsAlignment(source, error)) {
        options.ownQuery = true;
        return {{Text::tr("Use the alignment alone"), options}};
    }
    switch (fastaQuestion(text, given)) {
    case FastaQuestion::None:
        break;
    case FastaQuestion::Alignment:
        options.removeGaps = true;
        answers.push_back({Text::tr("Remove the gaps"), options});
        if (recogniseAlignmentFormat(text) != AlignmentFormat::Unknown)
            break; // what could not be read is one
        options = given;
        options.asAlignment = true;
        answers.push_back({Text::tr("Import as an alignment"), options});
        break;
    case FastaQuestion::SplitHeader:
        options.splitHeader = true;
        answers.push_back({Text::tr("Split the line"), options});
        break;
    case FastaQuestion::Chain:
        for (options.chain = 1; options.chain <= std::min(chainsIn(text), kMostChains); ++options.chain)
            answers.push_back({Text::tr("Chain %1").arg(options.chain), options});
        break;
    }
    // An answer that leads back to the same message is none.
    if (!answers.empty())
        if (const auto again = readInputs(source, answers.front().options, threads);
            !again.isOk() && again.error().text() == error.text())
            answers.clear();
    return answers;
}

std::optional<InputQuestion> questionAbout(const InputSource &source, const InputOptions &options,
                                           const std::vector<JobInput> &inputs, int threads)
{
    if (shareFiles(inputs) && !options.allRecords)
        return whichSequence(source, options, inputs);
    if (auto question = howMuch(options, inputs, threads))
        return question;
    const auto first = std::ranges::find_if(inputs, isDoubtful);
    if (first == inputs.end() || options.acceptDoubts)
        return {};
    return inputs.size() > 1 ? whetherAllAreMeant(source, options, inputs) : whetherMeant(options, *first);
}

bool areStructures(const QStringList &paths)
{
    return std::all_of(paths.begin(), paths.end(), [](const QString &path) {
        const auto head = loadInputHead(path, kContentHead);
        return head.isOk() && recogniseContent(head.value()) == InputContent::Structure;
    });
}

Result<ReadTruth> readTruth(const QStringList &paths, const std::string &query)
{
    std::vector<Structure> chains;
    for (const QString &path : paths) {
        auto read = readStructureChains(path);
        if (!read.isOk())
            return read.error();
        std::ranges::move(read.value(), std::back_inserter(chains));
    }
    auto match = bestMatch(chains, query);
    if (!match.isOk()) {
        Error error = match.error();
        error.file = paths.first();
        return error;
    }
    QStringList told{matchText(match.value(), chains.size())};
    told << missingCbNotice(match.value()) << match.value().structure.notices;
    told.removeAll(QString());
    return ReadTruth{std::move(match).value(), told.join(QLatin1Char('\n'))};
}

} // namespace WhiteBox

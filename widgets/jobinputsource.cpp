// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobinputsource.h"

#include "core/pipeline/inputcontent.h"
#include "core/sequence/inputfile.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

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

/// How many chains joined by ":" the first record has.
int chainsIn(const QByteArray &text)
{
    int colons = 0;
    for (const QByteArray &line : text.split('\n'))
        if (!line.startsWith('>'))
            colons += int(line.count(':'));
    return colons + 1;
}

} // namespace

QString InputSource::name() const
{
    return paths.isEmpty() ? origin : QFileInfo(paths.first()).fileName();
}

Result<std::vector<JobInput>> readInputs(const InputSource &source, const FastaOptions &options)
{
    return source.paths.isEmpty() ? parseJobInputs(source.text, source.origin, options)
                                  : loadJobInputs(source.paths, options);
}

std::vector<InputAnswer> answersTo(const InputSource &source)
{
    const QByteArray text = textOf(source);
    std::vector<InputAnswer> answers;
    FastaOptions options;
    switch (fastaQuestion(text)) {
    case FastaQuestion::None:
        break;
    case FastaQuestion::Alignment:
        options.removeGaps = true;
        answers.push_back({Text::tr("Remove the gaps"), options});
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
    return answers;
}

bool areStructures(const QStringList &paths)
{
    return std::all_of(paths.begin(), paths.end(), [](const QString &path) {
        const auto head = loadInputHead(path, kContentHead);
        return head.isOk() && recogniseContent(head.value()) == InputContent::Structure;
    });
}

} // namespace WhiteBox

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/filekind.h"

#include "core/alignment/alignmentreader.h"
#include "core/pipeline/inputcontent.h"
#include "core/sequence/inputfile.h"
#include "core/store/hdf5file.h"

#include <QCoreApplication>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FileKind)
};

FileKind arrayKind(const QByteArray &head, const QString &path)
{
    const QString window = Text::tr("The window shows arrays that are opened without other files.");
    if (head.startsWith("\x93NUMPY"))
        return {
            Text::tr("a NumPy array"),
            Text::tr("whitebox-cli predict and whitebox-cli explain take couplings of shape (441, L, L) or "
                     "(L, L, 21, 21).") +
                QLatin1Char(' ') + window};
    if (Hdf5Reader result(path);
        !result.textAttribute(QStringLiteral("/"), QStringLiteral("parts")).isEmpty())
        return {Text::tr("the result of a job in HDF5"),
                Text::tr("whitebox-cli predict and whitebox-cli explain take it.") + QLatin1Char(' ') +
                    Text::tr("The window opens it when it comes alone.")};
    Hdf5Reader couplings(path);
    (void)couplings.shape(QStringLiteral("couplings/pairs"));
    if (couplings.isOk())
        return {Text::tr("couplings in HDF5"),
                Text::tr("Give them as ccmpred's raw or braw, which whitebox-cli couplings "
                         "--raw and --braw write, or give the alignment.") +
                    QLatin1Char(' ') + window};
    return {Text::tr("arrays in HDF5"), window};
}

FileKind networkKind(const QByteArray &head)
{
    const QString window =
        QLatin1Char(' ') + Text::tr("The window opens networks with File ▸ Open network….");
    if (head.startsWith("PK"))
        return {Text::tr("a TorchScript network"),
                Text::tr("whitebox-cli predict and whitebox-cli explain take it as their --model.") + window};
    return {
        Text::tr("weights in safetensors"),
        Text::tr("whitebox-cli predict and whitebox-cli explain take them as their --model, whitebox-cli run "
                 "where their card lies beside them.") +
            window};
}

/// Text, or what a word processor made of it.
FileKind textKind(const QByteArray &head)
{
    if (const QString binary = describeBinary(head); !binary.isEmpty())
        return {Text::tr("another kind of file (%1)").arg(binary), {}};
    QByteArray whole = head;
    if (whole.size() == kContentHead) // its last line is cut
        whole.truncate(whole.lastIndexOf('\n') + 1);
    const auto text = cleanInputText(whole, {});
    if (!text.isOk())
        return {Text::tr("an empty file"), Text::tr("Copy or download it again.")};
    if (recogniseAlignmentFormat(text.value()) != AlignmentFormat::Unknown)
        return {Text::tr("an alignment"),
                Text::tr("whitebox-cli run, couplings, predict and explain take it.")};
    if (text.value().startsWith('>'))
        return {Text::tr("a sequence in FASTA"), Text::tr("whitebox-cli run takes it.")};
    return {Text::tr("a text"), {}};
}

} // namespace

FileKind fileKind(const QByteArray &head, const QString &path)
{
    switch (recogniseContent(head)) {
    case InputContent::Structure:
        return {Text::tr("a structure"),
                Text::tr("whitebox-cli run takes it with --structure, beside a sequence, an "
                         "alignment or couplings.")};
    case InputContent::RawCouplings:
    case InputContent::BinaryCouplings:
        return {Text::tr("ccmpred's couplings"),
                Text::tr("whitebox-cli run, predict and explain take them.")};
    case InputContent::ScoreMatrix:
        return {Text::tr("a matrix of scores"), Text::tr("Give the couplings behind it, or the alignment.")};
    case InputContent::Database:
        return {Text::tr("a database of sequences"), Text::tr("whitebox-cli run takes it with --database.")};
    case InputContent::Array:
        return arrayKind(head, path);
    case InputContent::Network:
        return networkKind(head);
    case InputContent::Text:
        break;
    }
    return textKind(head);
}

} // namespace WhiteBox

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/filekind.h"

#include "core/alignment/alignmentreader.h"
#include "core/pipeline/inputcontent.h"
#include "core/sequence/inputfile.h"
#include "core/store/hdf5file.h"

#include <QCoreApplication>

namespace WhiteBox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("FileKind", text);
}

FileKind arrayKind(const QByteArray &head, const QString &path)
{
    const QString window = tr("The window shows arrays that are opened without other files.");
    if (head.startsWith("\x93NUMPY"))
        return {tr("a NumPy array"),
                tr("whitebox-cli predict and whitebox-cli explain take couplings of shape (441, L, L) or "
                   "(L, L, 21, 21).") +
                    QLatin1Char(' ') + window};
    if (Hdf5Reader result(path);
        !result.textAttribute(QStringLiteral("/"), QStringLiteral("parts")).isEmpty())
        return {tr("the result of a job in HDF5"),
                tr("whitebox-cli predict and whitebox-cli explain take it.") + QLatin1Char(' ') +
                    tr("The window opens it when it comes alone.")};
    Hdf5Reader couplings(path);
    (void)couplings.shape(QStringLiteral("couplings/pairs"));
    if (couplings.isOk())
        return {tr("couplings in HDF5"),
                tr("Give them as ccmpred's raw or braw, which whitebox-cli couplings "
                   "--raw and --braw write, or give the alignment.") +
                    QLatin1Char(' ') + window};
    return {tr("arrays in HDF5"), window};
}

FileKind networkKind(const QByteArray &head)
{
    const QString window = QLatin1Char(' ') + tr("The window opens networks with File ▸ Open network….");
    if (head.startsWith("PK"))
        return {tr("a TorchScript network"),
                tr("whitebox-cli predict and whitebox-cli explain take it as their --model.") + window};
    return {tr("weights in safetensors"),
            tr("whitebox-cli predict and whitebox-cli explain take them as their --model, whitebox-cli run "
               "where their card lies beside them.") +
                window};
}

/// Text, or what a word processor made of it.
FileKind textKind(const QByteArray &head)
{
    if (const QString binary = describeBinary(head); !binary.isEmpty())
        return {tr("another kind of file (%1)").arg(binary), {}};
    QByteArray whole = head;
    if (whole.size() == kContentHead) // its last line is cut
        whole.truncate(whole.lastIndexOf('\n') + 1);
    const auto text = cleanInputText(whole, {});
    if (!text.isOk())
        return {tr("an empty file"), tr("Copy or download it again.")};
    if (recogniseAlignmentFormat(text.value()) != AlignmentFormat::Unknown)
        return {tr("an alignment"), tr("whitebox-cli run, couplings, predict and explain take it.")};
    if (text.value().startsWith('>'))
        return {tr("a sequence in FASTA"), tr("whitebox-cli run takes it.")};
    return {tr("a text"), {}};
}

} // namespace

FileKind fileKind(const QByteArray &head, const QString &path)
{
    switch (recogniseContent(head)) {
    case InputContent::Structure:
        return {tr("a structure"), tr("whitebox-cli run takes it with --structure, beside a sequence, an "
                                      "alignment or couplings.")};
    case InputContent::RawCouplings:
    case InputContent::BinaryCouplings:
        return {tr("ccmpred's couplings"), tr("whitebox-cli run, predict and explain take them.")};
    case InputContent::ScoreMatrix:
        return {tr("a matrix of scores"), tr("Give the couplings behind it, or the alignment.")};
    case InputContent::Database:
        return {tr("a database of sequences"), tr("whitebox-cli run takes it with --database.")};
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

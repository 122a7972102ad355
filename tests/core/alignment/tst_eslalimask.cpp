// SPDX-License-Identifier: GPL-3.0-or-later
// Our reading of Stockholm files against Easel's own programs, which Debian ships gzipped in hmmer-examples.
#include "core/alignment/alignmentreader.h"
#include "core/alignment/alignmentwriter.h"
#include "core/sequence/inputfile.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <zlib.h>

using namespace WhiteBox;

namespace {

const QString kMiniapps = QStringLiteral("/usr/share/doc/hmmer/examples/easel/miniapps/");

/// Unpacks a program; empty where the package is not installed.
QString unpack(const QString &name, const QTemporaryDir &dir)
{
    gzFile packed = gzopen(QFile::encodeName(kMiniapps + name + QStringLiteral(".gz")).constData(), "rb");
    if (!packed)
        return {};
    QFile program(dir.filePath(name));
    if (!program.open(QIODevice::WriteOnly))
        return {};
    char buffer[65536];
    for (int got = gzread(packed, buffer, sizeof buffer); got > 0;
         got = gzread(packed, buffer, sizeof buffer))
        program.write(buffer, got);
    gzclose(packed);
    program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return program.fileName();
}

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(30000) || process.exitCode() != 0)
        qWarning("%s", process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

/// Rows of `esl-alimask --rf-is-mask`, then `esl-reformat afa`, as .aln.
QByteArray maskedByEasel(const QString &alimask, const QString &reformat, const QString &path)
{
    QTemporaryDir dir;
    const QString masked = dir.filePath(QStringLiteral("masked.sto"));
    outputOf(alimask,
             {QStringLiteral("--amino"), QStringLiteral("-o"), masked, QStringLiteral("--rf-is-mask"), path});
    const QByteArray fasta = outputOf(reformat, {QStringLiteral("-u"), QStringLiteral("afa"), masked});
    QByteArray rows;
    for (const QByteArray &line : fasta.split('\n'))
        rows += line.startsWith('>') ? (rows.isEmpty() ? QByteArray() : QByteArray("\n")) : line;
    return rows + '\n';
}

/// Letters that are no amino acid are gaps to us.
QByteArray asStates(QByteArray rows)
{
    for (char &c : rows)
        if (c != '\n')
            c = letterOf(stateOf(c));
    return rows;
}

} // namespace

class TestEslAlimask : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_alimask;
    QString m_reformat;

private Q_SLOTS:
    void initTestCase()
    {
        m_alimask = unpack(QStringLiteral("esl-alimask"), m_dir);
        m_reformat = unpack(QStringLiteral("esl-reformat"), m_dir);
        if (m_alimask.isEmpty() || m_reformat.isEmpty())
            QSKIP("needs esl-alimask and esl-reformat: apt-get install hmmer-examples");
        if (outputOf(m_alimask, {QStringLiteral("-h")}).isEmpty())
            QSKIP("the esl-alimask of hmmer-examples does not run on this machine");
    }

    void referenceColumnsAreThoseOfEslAlimask_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    /// Random wrapped alignments with every gap sign in rows and reference.
    void referenceColumnsAreThoseOfEslAlimask()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const int columns = 250;
        QByteArray reference(columns, 'x');
        for (char &c : reference)
            c = "xxxA.-_~"[random() % 8];
        QByteArrayList rows;
        for (int n = 0; n < 8; ++n) {
            QByteArray row(columns, '-');
            for (int i = 0; i < columns; ++i) {
                const bool kept = reference[i] == 'x' || reference[i] == 'A';
                row[i] = n == 0 && kept ? "ACDEFGHIKLMNPQRSTVWY"[random() % 20]
                                        : "ACDEFGHIKLMNPQRSTVWYacdxXB-.-.-."[random() % 32];
            }
            rows << row;
        }
        QFile file(m_dir.filePath(QStringLiteral("random.sto")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QByteArray text = "# STOCKHOLM 1.0\n";
        for (int start = 0; start < columns; start += 100) {
            text += '\n';
            for (int n = 0; n < rows.size(); ++n)
                text += "row" + QByteArray::number(n) + "    " + rows[n].mid(start, 100) + '\n';
            text += "#=GC RF " + reference.mid(start, 100) + '\n';
        }
        file.write(text + "//\n");
        file.close();
        const Result<AlignmentFile> ours = loadAlignment(file.fileName());
        QVERIFY2(ours.isOk(), ours.isOk() ? "" : qPrintable(ours.error().text()));
        QCOMPARE(formatAln(ours.value().alignment),
                 asStates(maskedByEasel(m_alimask, m_reformat, file.fileName())));
    }

    void tutorialAlignmentIsThatOfEslAlimask()
    {
        // globins4.sto has no RF: its first row's residues are made the reference.
        Result<QByteArray> text =
            loadInputText(QStringLiteral("/usr/share/doc/hmmer/examples/tutorial/globins4.sto"));
        if (!text.isOk())
            QSKIP("needs the tutorial files: apt-get install hmmer-examples");
        QByteArray withReference;
        QByteArray firstName;
        for (const QByteArray &line : text.value().split('\n')) {
            const QByteArrayList words = line.simplified().split(' ');
            const bool row = words.size() == 2 && !line.startsWith('#') && !line.startsWith("//");
            if (row && firstName.isEmpty())
                firstName = words[0];
            withReference += line + '\n';
            if (row && words[0] == firstName)
                withReference += "#=GC RF " + words[1] + '\n';
        }
        QFile file(m_dir.filePath(QStringLiteral("globins.sto")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(withReference);
        file.close();
        const QByteArray easel = asStates(maskedByEasel(m_alimask, m_reformat, file.fileName()));
        QVERIFY(easel.count('\n') == 4);
        QCOMPARE(formatAln(loadAlignment(file.fileName()).value().alignment), easel);
        QCOMPARE(formatAln(parseAlignment(text.value(), {}).value().alignment), easel);
    }

    void jackhmmersAlignmentIsThatOfEslAlimask()
    {
        const QString tutorial = QStringLiteral("/usr/share/doc/hmmer/examples/tutorial/");
        const QString jackhmmer = QStandardPaths::findExecutable(QStringLiteral("jackhmmer"));
        if (jackhmmer.isEmpty() || !QFile::exists(tutorial + QStringLiteral("globins45.fa")))
            QSKIP("needs jackhmmer and the tutorial files: apt-get install hmmer hmmer-examples");
        const QString path = m_dir.filePath(QStringLiteral("jackhmmer.sto"));
        outputOf(jackhmmer,
                 {QStringLiteral("-N"), QStringLiteral("2"), QStringLiteral("--noali"), QStringLiteral("-A"),
                  path, tutorial + QStringLiteral("HBB_HUMAN"), tutorial + QStringLiteral("globins45.fa")});
        const QByteArray easel =
            asStates(maskedByEasel(m_alimask, m_reformat, path)); // wrapped: no --notextw
        QVERIFY(easel.count('\n') > 40);
        QCOMPARE(formatAln(loadAlignment(path).value().alignment), easel);
    }
};

QTEST_GUILESS_MAIN(TestEslAlimask)
#include "tst_eslalimask.moc"

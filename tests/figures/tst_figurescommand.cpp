// SPDX-License-Identifier: GPL-3.0-or-later
// whitebox-cli figures from outside, and what other programs read in its figures.
#include "tests/support/program.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace WhiteBox;
using Test::Outcome;

class TestFiguresCommand : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QProcessEnvironment m_environment;

    QString path(const char *name) const { return m_dir.filePath(QString::fromUtf8(name)); }

    Outcome start(const QString &program, const QStringList &arguments) const
    {
        return Test::runProgram(program, arguments, m_environment);
    }

    Outcome figures(QStringList arguments) const
    {
        arguments.prepend(QStringLiteral("figures"));
        return start(QStringLiteral(WB_CLI), arguments);
    }

    /// Made of the alignment, whose job the library holds after the first time.
    Outcome make(const QStringList &more) const
    {
        return figures(QStringList{path("small.aln"), QStringLiteral("--pair"), QStringLiteral("5,20"),
                                   QStringLiteral("-o"), m_dir.path()} +
                       more);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(QStringLiteral("WHITEBOX_HOME"), path("home"));
        m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        m_environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
        m_environment.remove(QStringLiteral("DISPLAY"));
        // Without it Qt has something to say, which is not ours.
        QVERIFY(
            QDir().mkdir(path("runtime")) &&
            QFile::setPermissions(path("runtime"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        m_environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), path("runtime"));
        QFile file(path("small.aln"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(Test::smallAlignment());
        file.close();
        const auto made = make({QStringLiteral("--figure"), QStringLiteral("all"), QStringLiteral("--format"),
                                QStringLiteral("png")});
        QVERIFY2(made.status == 0, made.errors.constData());
    }

    void everyFigureIsMadeAgainToThePixel()
    {
        QDir(m_dir.path()).mkdir(QStringLiteral("again"));
        const QStringList made = QDir(m_dir.path()).entryList({QStringLiteral("*.png")});
        QCOMPARE(made.size(), 12);
        for (const QString &name : made) {
            const QString again = path("again/") + name;
            const auto remade =
                figures({QStringLiteral("--remake"), m_dir.filePath(name), QStringLiteral("-o"), again});
            QVERIFY2(remade.status == 0, remade.errors.constData());
            const QImage first(m_dir.filePath(name));
            QVERIFY2(!first.isNull() && first == QImage(again), qPrintable(name));
        }
    }

    /// Not by Qt: the chunk as the PNG standard has it.
    void pythonReadsThePngsRecipe()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("python3")).isEmpty())
            QSKIP("needs python3");
        const char *reader = R"(
import sys, struct, zlib, json
data = open(sys.argv[1], 'rb').read()
at = 8
while at < len(data):
    size, kind = struct.unpack('>I4s', data[at:at + 8])
    body = data[at + 8:at + 8 + size]
    at += 12 + size
    if kind in (b'tEXt', b'zTXt', b'iTXt') and body.startswith(b'whitebox-recipe\0'):
        text = body.split(b'\0', 1)[1]
        if kind == b'zTXt':
            text = zlib.decompress(text[1:])
        elif kind == b'iTXt':
            packed = text[0]
            text = text[2:].split(b'\0', 2)[2]
            text = zlib.decompress(text) if packed else text
        recipe = json.loads(text.decode('utf-8'))
        print(recipe['figure'], recipe['pair'], recipe['method'], len(recipe['modelSha256']))
)";
        const auto read = start(QStringLiteral("python3"),
                                {QStringLiteral("-c"), QString::fromUtf8(reader), path("curve.png")});
        QCOMPARE(read.output.trimmed(), QByteArray("curve [5, 20] guided 64"));
    }

    void pdftotextReadsThePagesCaption()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
            QSKIP("needs poppler-utils");
        QVERIFY(make({QStringLiteral("--format"), QStringLiteral("pdf")}).status == 0);
        const auto text = start(QStringLiteral("pdftotext"), {path("page.pdf"), QStringLiteral("-")});
        for (const char *part : {"E5-", "SHA-256", "Cβ–Cβ", "Guided"})
            QVERIFY2(text.output.contains(part), part);
        const auto meta = start(QStringLiteral("pdfinfo"), {QStringLiteral("-meta"), path("page.pdf")});
        QVERIFY2(meta.output.contains("whitebox:recipe"), meta.output.constData());
        const auto again = figures(
            {QStringLiteral("--remake"), path("page.pdf"), QStringLiteral("-o"), path("pageagain.png")});
        QVERIFY2(again.status == 0, again.errors.constData());
        QVERIFY(QImage(path("pageagain.png")) == QImage(path("page.png")));
    }

    void anXmlParserReadsTheSvg()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("python3")).isEmpty())
            QSKIP("needs python3");
        QVERIFY(make({QStringLiteral("--format"), QStringLiteral("svg"), QStringLiteral("--figure"),
                      QStringLiteral("gradient")})
                    .status == 0);
        const char *reader = R"(
import sys, json, xml.etree.ElementTree as tree
ns = '{http://www.w3.org/2000/svg}'
root = tree.parse(sys.argv[1]).getroot()
recipe = json.loads(root.find(ns + "metadata[@id='whitebox-recipe']").text)
print(recipe['figure'], len(root.findall('.//' + ns + 'text')) > 20, 'Job' in root.find(ns + 'desc').text)
)";
        const auto read = start(QStringLiteral("python3"),
                                {QStringLiteral("-c"), QString::fromUtf8(reader), path("gradient.svg")});
        QVERIFY2(read.output.trimmed() == "gradient True True", (read.output + read.errors).constData());
    }

    void mistakesAreTold()
    {
        const QList<QStringList> wrong = {
            {},
            {QStringLiteral("--remake"), path("small.aln")},
            {path("small.aln"), QStringLiteral("--pair"), QStringLiteral("5,99")},
            {QStringLiteral("no-such-job")}};
        for (const QStringList &arguments : wrong) {
            const auto outcome = figures(arguments);
            QVERIFY(outcome.status == 1 || outcome.status == 2);
            QVERIFY2(outcome.errors.startsWith("whitebox-cli: "), outcome.errors.constData());
        }
        const auto json =
            start(QStringLiteral(WB_CLI), {QStringLiteral("--json"), QStringLiteral("figures")});
        QVERIFY(QJsonDocument::fromJson(json.output).object().contains(QStringLiteral("error")));
        const auto help = figures({QStringLiteral("--help")});
        QCOMPARE(help.status, 0);
        QVERIFY(help.output.contains("--remake"));
    }

    void withoutItsProgramWhatToDoIsTold()
    {
        QFile cli(QStringLiteral(WB_CLI));
        QVERIFY(cli.copy(path("whitebox-cli")));
        const auto alone = start(path("whitebox-cli"), {QStringLiteral("figures")});
        QCOMPARE(alone.status, 3);
        QVERIFY(alone.errors.contains("whitebox-figures"));
        QVERIFY(alone.errors.contains("Install"));
    }
};

QTEST_GUILESS_MAIN(TestFiguresCommand)
#include "tst_figurescommand.moc"

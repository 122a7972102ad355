// SPDX-License-Identifier: GPL-3.0-or-later
// The window from drop to export, with real drop, mouse, key and wheel events. The network has seeded
// weights: the way is tested here, not the numbers. WHITEBOX_SCREENSHOTS names a folder that keeps what was
// seen.
#include "app/perspectives.h"
#include "core/store/jobstore.h"
#include "core/structure/contactmetrics.h"
#include "tests/support/shareddata.h"
#include "tests/support/windowfixture.h"
#include "widgets/explanationpanels.h"
#include "widgets/jobspanel.h"
#include "widgets/matrixview.h"
#include "widgets/messagebanner.h"
#include "widgets/pairinspector.h"
#include "widgets/startpage.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>

#include <random>

using namespace WhiteBox;

namespace {

/// A family of 60 sequences that vary at every third residue, one row a line as ccmpred reads them.
QByteArray madeUpAlignment(int length)
{
    const QByteArray letters = "ACDEFGHIKLMNPQRSTVWY";
    std::mt19937 random(7);
    QByteArray query;
    for (int i = 0; i < length; ++i)
        query += letters[int(random() % 20)];
    QByteArray text;
    for (int n = 0; n < 60; ++n) {
        QByteArray row = query;
        for (char &c : row)
            if (n > 0 && random() % 3 == 0)
                c = random() % 10 == 0 ? '-' : letters[int(random() % 20)];
        text += row + "\n";
    }
    return text;
}

void keepScreenshot(QWidget &window, const QString &name)
{
    const QString folder = qEnvironmentVariable("WHITEBOX_SCREENSHOTS");
    if (!folder.isEmpty()) {
        QDir().mkpath(folder);
        window.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
    }
}

} // namespace

class TestMainWindow : public Test::WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeHome(); }
    void init() { setUp(); }
    void cleanup() { closeWindow(); }
    void emptyWindowInvitesAndChecksTheSetup();
    void theWindowFitsSmallScreens_data();
    void theWindowFitsSmallScreens();
    void arraysAmongOtherFilesAreTold();
    void dropBecomesAMapAndAClickExplainsIt();
    void dragExplainsLive();
    void pairIsEnteredByHand();
    void keysChooseChannelMethodAndScale();
    void averagedMethodsAreChosenInTheBar();
    void panelsAndPageAreExported();
    void figuresWaitForThePairTheyName();
    void pastedSequenceWithoutDatabaseIsAnErrorInThreeParts();
    void sameInputOpensTheStoredResult();
    void aMissingCcmpredIsToldWhenItIsChosen();
    void gapsInAQueryAreAskedAbout();
    void aCancelledJobIsResumedByItsButton();
    void whatIsOpenedMeanwhileStays();
    void resultIsExplainedByItsOwnNetwork();
    void proteinOfTheTalkWithItsStructure();
    void structureDroppedLaterBecomesTheTruth();

private:
    void openMadeUp();
    void clickPair(ResiduePair pair);
    bool explained(ResiduePair pair) const;
};

bool TestMainWindow::explained(ResiduePair pair) const
{
    const auto explanation = m_workbench->explanations()->current();
    return explanation && explanation->gradient->pair == pair &&
           m_window->panels()->gradient()->picture().window &&
           m_window->panels()->gradient()->picture().window->pair == pair;
}

void TestMainWindow::openMadeUp()
{
    QSignalSpy result(m_workbench.get(), &Workbench::resultChanged);
    drop({write(QStringLiteral("family.aln"), madeUpAlignment(40))});
    QTRY_VERIFY2_WITH_TIMEOUT(result.count() == 1, qPrintable(m_window->errorBanner()->text()), 40000);
    QVERIFY(m_workbench->result());
}

void TestMainWindow::clickPair(ResiduePair pair)
{
    MatrixView *map = m_window->map();
    QTest::mouseClick(map, Qt::LeftButton, {}, map->mapGeometry().cellRect(pair).center().toPoint());
}

void TestMainWindow::emptyWindowInvitesAndChecksTheSetup()
{
    QVERIFY(m_window->startPage()->isVisible());
    QVERIFY(!m_window->map()->isVisible());
    auto *example = m_window->startPage()->findChild<QPushButton *>(QStringLiteral("openExample"));
    QVERIFY(example && example->isEnabled());
    const auto says = [this](const QString &text) {
        for (const QLabel *label : m_window->startPage()->findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(text))
                return true;
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("test network")), 10000);
    QVERIFY(says(QStringLiteral("NPY")) && says(QStringLiteral("HDF5")));
    keepScreenshot(*m_window, QStringLiteral("start"));
}

void TestMainWindow::theWindowFitsSmallScreens_data()
{
    QTest::addColumn<QRect>("screen");
    QTest::newRow("1366x768") << QRect(0, 0, 1366, 768);
    QTest::newRow("1280x720 beside a panel") << QRect(60, 28, 1220, 692);
}

void TestMainWindow::theWindowFitsSmallScreens()
{
    QFETCH(QRect, screen);
    m_window->fitInto(screen);
    QTest::qWait(50); // what does not fit grows back now
    QVERIFY2(screen.width() >= m_window->width() && screen.height() >= m_window->height(),
             qPrintable(QStringLiteral("%1x%2").arg(m_window->width()).arg(m_window->height())));
    openMadeUp();
    for (const auto kind : {Perspectives::Kind::Explain, Perspectives::Kind::Array, Perspectives::Kind::Jobs,
                            Perspectives::Kind::Overview}) {
        m_window->perspectives()->choose(kind);
        QTest::qWait(50);
        QVERIFY2(screen.width() >= m_window->width() && screen.height() >= m_window->height(),
                 qPrintable(QStringLiteral("%1x%2").arg(m_window->width()).arg(m_window->height())));
    }
    m_window->fitInto(QRect(0, 0, 3840, 2160));
    QVERIFY(m_window->width() <= 1600);
}

// They were to be saved as plain text, and "c.npy" was "C.npy".
void TestMainWindow::arraysAmongOtherFilesAreTold()
{
    const QString array = write(QStringLiteral("c.npy"), QByteArray("\x93NUMPY\x01\x00", 8));
    const QString query = write(QStringLiteral("q.fa"), ">q\nMADKELKFLVV\n");
    QDir::setCurrent(QFileInfo(array).path());
    const QSignalSpy leftOut(m_workbench.get(), &Workbench::leftOut);
    m_workbench->openFiles({QFileInfo(array).fileName(), query});
    QTRY_COMPARE_WITH_TIMEOUT(leftOut.count(), 1, 10000);
    const QString text = leftOut[0][0].toStringList().value(1); // after how many they are
    QVERIFY2(text.startsWith(QStringLiteral("• c.npy: ")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("without other files")), qPrintable(text));
}

void TestMainWindow::dropBecomesAMapAndAClickExplainsIt()
{
    openMadeUp();
    QVERIFY(m_window->map()->isVisible());
    QCOMPARE(m_workbench->result()->length(), 40);
    QCOMPARE(m_workbench->jobs()->rowCount(), 1);
    QCOMPARE(m_workbench->jobs()->record(0)->state, JobState::Finished);

    clickPair({30, 8});
    QCOMPARE(*m_workbench->selection()->pair(), (ResiduePair{30, 8}));
    QTRY_VERIFY_WITH_TIMEOUT(explained({30, 8}), 10000);
    // Every panel shows the clicked pair.
    QCOMPARE(m_window->panels()->couplings()->picture().window->pair, (ResiduePair{30, 8}));
    QVERIFY(std::isfinite(m_window->panels()->field()->radialProfile().front()));
    QVERIFY(m_window->inspector()->toPlainText().contains(QStringLiteral("31")));
    QVERIFY(m_window->inspector()->toPlainText().contains(QStringLiteral("Cβ–Cβ")));
    keepScreenshot(*m_window, QStringLiteral("made-up"));

    const auto before = m_window->panels()->gradient()->grab().toImage();
    clickPair({20, 3});
    QTRY_VERIFY_WITH_TIMEOUT(explained({20, 3}), 10000);
    QVERIFY(m_window->panels()->gradient()->grab().toImage() != before);
}

void TestMainWindow::dragExplainsLive()
{
    openMadeUp();
    QSignalSpy explanations(m_workbench->explanations(), &ExplanationController::explanationChanged);
    MatrixView *map = m_window->map();
    const auto at = [map](int i, int j) { return map->mapGeometry().cellRect({i, j}).center().toPoint(); };
    QTest::mousePress(map, Qt::LeftButton, {}, at(25, 5));
    for (int step = 1; step <= 8; ++step) {
        QTest::mouseMove(map, at(25 + step, 5));
        QTRY_VERIFY_WITH_TIMEOUT(explained({25 + step, 5}), 5000);
    }
    QTest::mouseRelease(map, Qt::LeftButton, {}, at(33, 5));
    QVERIFY(explanations.count() >= 8);
}

void TestMainWindow::pairIsEnteredByHand()
{
    openMadeUp();
    auto *edit = m_window->findChild<QLineEdit *>(QStringLiteral("pairEdit"));
    QTest::keyClick(m_window.get(), Qt::Key_G, Qt::ControlModifier);
    edit->clear();
    QTest::keyClicks(edit, QStringLiteral("12,40"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(*m_workbench->selection()->pair(), (ResiduePair{11, 39}));
    // The keys are for the map again: the next ranked pair, not a letter more.
    QCOMPARE(m_window->focusWidget(), m_window->map());
    QTest::keyClick(m_window->focusWidget(), Qt::Key_N);
    QVERIFY(*m_workbench->selection()->pair() != (ResiduePair{11, 39}));
    m_workbench->selection()->setPair(ResiduePair{11, 39});
    edit->clear();
    QTest::keyClicks(edit, QStringLiteral("12,41"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(*m_workbench->selection()->pair(), (ResiduePair{11, 39}));
    QVERIFY(m_window->errorBanner()->isVisible());
    QVERIFY2(m_window->errorBanner()->text().contains(QStringLiteral("outside 1..40")),
             qPrintable(m_window->errorBanner()->text()));
}

void TestMainWindow::keysChooseChannelMethodAndScale()
{
    openMadeUp();
    MatrixView *map = m_window->map();
    map->setFocus();
    clickPair({30, 8});
    QTRY_VERIFY_WITH_TIMEOUT(explained({30, 8}), 10000);
    QTest::keyClick(map, Qt::Key_2);
    QCOMPARE(m_workbench->settings()->channel(), 1);
    QTest::keyClick(map, Qt::Key_D);
    QCOMPARE(m_workbench->settings()->method(), ExplanationMethod::Deconvnet);
    const auto *caveat = m_window->findChild<QLabel *>(QStringLiteral("methodCaveat"));
    QVERIFY(caveat->text().contains(QStringLiteral("ignores the input")));
    QTRY_COMPARE_WITH_TIMEOUT(m_workbench->explanations()->current()->method, ExplanationMethod::Deconvnet,
                              5000);
    QTest::keyClick(map, Qt::Key_S);
    QCOMPARE(m_window->panels()->gradient()->picture().scale, MosaicScale::PerRow);
    QTest::keyClick(map, Qt::Key_T);
    QCOMPARE(*m_workbench->selection()->pair(), (ResiduePair{8, 30}));
}

void TestMainWindow::averagedMethodsAreChosenInTheBar()
{
    openMadeUp();
    clickPair({30, 8});
    QTRY_VERIFY_WITH_TIMEOUT(explained({30, 8}), 10000);
    const auto picture = [this] { return m_window->panels()->gradient()->picture(); };
    QTest::keyClicks(m_window->map(), QStringLiteral("sss")); // global, per row, per tile, locked
    QCOMPARE(picture().scale, MosaicScale::Locked);
    auto *choice = m_window->findChild<QComboBox *>(QStringLiteral("methodChoice"));
    choice->setFocus();
    for (int k = choice->currentIndex(); k < choice->findText(QStringLiteral("Integrated gradients")); ++k)
        QTest::keyClick(choice, Qt::Key_Down);
    QTRY_COMPARE_WITH_TIMEOUT(m_workbench->explanations()->current()->method,
                              ExplanationMethod::IntegratedGradients, 10000);
    // Å instead of Å per unit of input: what was locked belongs to other numbers.
    QCOMPARE(picture().scale, MosaicScale::Global);
    QCOMPARE(picture().unit, QStringLiteral("Å"));
    QVERIFY2(picture().title.startsWith(QStringLiteral("Integrated gradients")), qPrintable(picture().title));
    const auto shown = m_workbench->explanations()->current();
    const auto expected = integratedGradients(*shown->explainer, {30, 8}, shown->gradient->channel);
    QCOMPARE(picture().window->values, expected.value().window.values);
    QTest::keyClick(choice, Qt::Key_Down);
    QTRY_COMPARE_WITH_TIMEOUT(m_workbench->explanations()->current()->method, ExplanationMethod::SmoothGrad,
                              10000);
    QCOMPARE(picture().unit, QStringLiteral("Å per unit of input"));
}

void TestMainWindow::panelsAndPageAreExported()
{
    openMadeUp();
    clickPair({30, 8});
    QTRY_VERIFY_WITH_TIMEOUT(explained({30, 8}), 10000);
    const QString page = m_folder->filePath(QStringLiteral("page.pdf"));
    QVERIFY(m_window->exportFigurePage(page).isOk());
    QFile pdf(page);
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.read(5) == "%PDF-");
    for (const auto *suffix : {"png", "svg", "pdf"}) {
        const QString path = m_folder->filePath(QStringLiteral("panel.") + QLatin1String(suffix));
        QVERIFY(m_window->exportPanel(*m_window->panels()->gradient(), path).isOk());
        QVERIFY(QFileInfo(path).size() > 10000);
    }
    const QImage image(m_folder->filePath(QStringLiteral("panel.png")));
    QCOMPARE(image.pixel(2, 2), qRgb(255, 255, 255)); // exports are light
    QVERIFY(image.text(QStringLiteral("Description")).contains(QStringLiteral("test network")));
    const auto wrong =
        m_window->exportPanel(*m_window->map(), m_folder->filePath(QStringLiteral("panel.doc")));
    QVERIFY(!wrong.isOk());
    QCOMPARE(wrong.error().kind, ErrorKind::Unsupported);
    const QString folder = qEnvironmentVariable("WHITEBOX_SCREENSHOTS");
    if (!folder.isEmpty())
        for (const auto *name : {"page.pdf", "panel.svg", "panel.png"})
            QFile::copy(m_folder->filePath(QLatin1String(name)), QDir(folder).filePath(QLatin1String(name)));
}

void TestMainWindow::figuresWaitForThePairTheyName()
{
    openMadeUp();
    clickPair({30, 8});
    QTRY_VERIFY_WITH_TIMEOUT(explained({30, 8}), 10000);
    const QString path = m_folder->filePath(QStringLiteral("figure.png"));
    m_workbench->selection()->setPair(ResiduePair{31, 9}); // its numbers come with the event loop
    for (const FigurePanel *panel : std::initializer_list<const FigurePanel *>{
             m_window->panels()->gradient(), m_window->panels()->couplings(), m_window->panels()->field()}) {
        const auto early = m_window->exportPanel(*panel, path);
        QVERIFY(!early.isOk());
        QVERIFY(!early.error().remedy.isEmpty());
    }
    QVERIFY(!m_window->exportFigurePage(path).isOk());
    QVERIFY(!QFileInfo::exists(path));
    // The map is of the pair at once, and says nothing of tiles.
    QVERIFY(m_window->exportPanel(*m_window->map(), path).isOk());
    const QString caption = QImage(path).text(QStringLiteral("Description"));
    QVERIFY2(caption.contains(QStringLiteral("32")) && !caption.contains(QStringLiteral("tiles")),
             qPrintable(caption));
    QTRY_VERIFY_WITH_TIMEOUT(explained({31, 9}), 10000);
    QVERIFY(m_window->exportFigurePage(path).isOk());
}

void TestMainWindow::pastedSequenceWithoutDatabaseIsAnErrorInThreeParts()
{
    m_workbench->setDatabase(m_folder->filePath(QStringLiteral("no-such-database.fasta")));
    QApplication::clipboard()->setText(QStringLiteral(">query\nMADKELKFLVVDDFSTMRRIVRNLLKELGFNNVEEAEDG\n"));
    QSignalSpy failed(m_workbench.get(), &Workbench::failed);
    QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(failed.count() >= 1, 20000);
    QVERIFY(m_window->errorBanner()->isVisible());
    QVERIFY2(m_window->errorBanner()->text().contains(QStringLiteral("no-such-database.fasta")),
             qPrintable(m_window->errorBanner()->text()));
    keepScreenshot(*m_window, QStringLiteral("error"));
    m_workbench->setDatabase(QString());
}

void TestMainWindow::sameInputOpensTheStoredResult()
{
    openMadeUp();
    const QString id = m_workbench->result()->jobId;
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    QVERIFY(!m_workbench->result());
    QVERIFY(m_window->startPage()->isVisible());
    drop({m_folder->filePath(QStringLiteral("family.aln"))});
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->result() != nullptr, 20000);
    QCOMPARE(m_workbench->result()->jobId, id);
    QCOMPARE(m_workbench->jobs()->rowCount(), 1);
    QVERIFY2(m_window->errorBanner()->text().contains(QStringLiteral("stored result")),
             qPrintable(m_window->errorBanner()->text()));
}

void TestMainWindow::aMissingCcmpredIsToldWhenItIsChosen()
{
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", m_folder->path().toUtf8()); // where no ccmpred is
    const auto *menu = m_window->findChild<QMenu *>(QStringLiteral("engineMenu"));
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 2);
    QVERIFY(menu->actions()[0]->isChecked());
    menu->actions()[1]->trigger();
    QSignalSpy failed(m_workbench.get(), &Workbench::failed);
    drop({write(QStringLiteral("family.aln"), madeUpAlignment(40))});
    QTRY_VERIFY_WITH_TIMEOUT(failed.count() == 1, 20000);
    QVERIFY2(m_window->errorBanner()->text().contains(QStringLiteral("ccmpred"), Qt::CaseInsensitive),
             qPrintable(m_window->errorBanner()->text()));
    QVERIFY(!m_workbench->result());
    menu->actions()[0]->trigger();
    qputenv("PATH", path);
    openMadeUp();
}

void TestMainWindow::gapsInAQueryAreAskedAbout()
{
    m_workbench->setDatabase(m_folder->filePath(QStringLiteral("no-such-database.fasta")));
    QApplication::clipboard()->setText(QStringLiteral(">q\nMADKELKFLVV--DDFSTMRRIVRNLLKELGFNNVEEAEDG\n"));
    QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
    const auto answers = [this] { return m_window->errorBanner()->findChildren<QPushButton *>(); };
    QTRY_VERIFY_WITH_TIMEOUT(!answers().isEmpty(), 10000);
    QVERIFY(m_window->errorBanner()->isVisible());
    QCOMPARE(answers().first()->text(), QStringLiteral("Remove the gaps"));
    QSignalSpy failed(m_workbench.get(), &Workbench::failed);
    QTest::mouseClick(answers().first(), Qt::LeftButton);
    // Without gaps it is a query, which then lacks a database.
    QTRY_VERIFY_WITH_TIMEOUT(failed.count() == 1, 20000);
    QVERIFY(m_window->errorBanner()->text().contains(QStringLiteral("no-such-database.fasta")));
    QTRY_COMPARE(answers().size(), 1);
    QCOMPARE(answers().first()->text(), QStringLiteral("Set path…"));
    m_workbench->setDatabase(QString());
}

void TestMainWindow::aCancelledJobIsResumedByItsButton()
{
    auto *cancel = m_window->findChild<QPushButton *>(QStringLiteral("cancelJob"));
    auto *resume = m_window->findChild<QPushButton *>(QStringLiteral("resumeJob"));
    QSignalSpy settled(m_workbench.get(), &Workbench::jobSettled);
    drop({write(QStringLiteral("family.aln"), madeUpAlignment(150))});
    QTRY_VERIFY_WITH_TIMEOUT(cancel->isEnabled(), 20000);
    QVERIFY(!resume->isVisible());
    QTest::mouseClick(cancel, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(settled.count() >= 1, 20000);
    QCOMPARE(m_workbench->jobs()->record(0)->state, JobState::Cancelled);
    QTRY_VERIFY(resume->isVisible());
    QVERIFY(!cancel->isVisible());
    QTest::mouseClick(resume, Qt::LeftButton);
    QTRY_VERIFY2_WITH_TIMEOUT(m_workbench->result() != nullptr, qPrintable(m_window->errorBanner()->text()),
                              60000);
    QCOMPARE(m_workbench->jobs()->rowCount(), 1);
}

void TestMainWindow::whatIsOpenedMeanwhileStays()
{
    openMadeUp();
    const QString opened = m_workbench->result()->jobId;
    QSignalSpy settled(m_workbench.get(), &Workbench::jobSettled);
    drop({write(QStringLiteral("other.aln"), madeUpAlignment(60))});
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->hasActiveJobs(), 20000);
    m_workbench->openJob(opened); // as a double click in the jobs list does
    QTRY_VERIFY_WITH_TIMEOUT(settled.count() == 1, 60000);
    QTest::qWait(100);
    QCOMPARE(m_workbench->result()->jobId, opened);
}

void TestMainWindow::resultIsExplainedByItsOwnNetwork()
{
    openMadeUp();
    auto other = std::make_shared<JobResult>(*m_workbench->result());
    other->couplings = std::make_shared<const CouplingTensor>(*other->couplings);
    other->provenance[QStringLiteral("model")] =
        QJsonObject{{QStringLiteral("sha256"), QString(64, QLatin1Char('0'))}};
    m_workbench->setResult(other);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->errorBanner()->isVisible(), 10000);
    QVERIFY(m_window->errorBanner()->text().contains(QStringLiteral("network that made it")));
    QVERIFY(!m_workbench->explanations()->current());
}

void TestMainWindow::proteinOfTheTalkWithItsStructure()
{
    WB_SHARED_FILE(alignment, "data/demo/1ABA_A/1ABA_A.aln");
    WB_SHARED_FILE(structure, "data/demo/1ABA_A/1ABA_A.pdb");
    QSignalSpy result(m_workbench.get(), &Workbench::resultChanged);
    drop({alignment, structure});
    QTRY_VERIFY_WITH_TIMEOUT(result.count() == 1, 150000);
    QCOMPARE(m_workbench->result()->length(), 87);
    QVERIFY(m_workbench->result()->structure);
    QCOMPARE(m_workbench->settings()->upper(), MatrixContent::Truth);
    QCOMPARE(m_workbench->settings()->channel(), int(DistanceChannel::CbCb));

    // The talk's pair: Lys21–Phe33 counted from 1, 6.45 Å between the Cβ of the structure.
    clickPair({20, 32});
    QTRY_VERIFY_WITH_TIMEOUT(explained({20, 32}), 20000);
    const QString readout = m_window->map()->readout({20, 32});
    QVERIFY2(readout.contains(QStringLiteral("K21-F33")), qPrintable(readout));
    QVERIFY2(readout.contains(QStringLiteral("true 6.4 Å")) || readout.contains(QStringLiteral("true 6.5 Å")),
             qPrintable(readout));
    const QString inspected = m_window->inspector()->toPlainText();
    QVERIFY2(inspected.contains(QStringLiteral("Lys21")) && inspected.contains(QStringLiteral("Phe33")),
             qPrintable(inspected));
    // Marked pairs are judged, and F walks through the false ones.
    QTest::keyClick(m_window->map(), Qt::Key_F);
    QCOMPARE(m_workbench->settings()->markedDivisor(), 1);
    const auto marks = m_workbench->marks();
    QCOMPARE(marks.size(), std::size_t(87));
    const auto right = std::count_if(marks.begin(), marks.end(),
                                     [](const TopPair &m) { return m.verdict == TopPair::Verdict::True; });
    const JobResult &talk = *m_workbench->result();
    QCOMPARE(double(right) / 87,
             evaluateDistances(*talk.predicted, trueDistances(*talk.structure)).nonlocal.l);
    QSet<QString> walked;
    for (std::size_t n = 0; n < marks.size(); ++n) {
        const ResiduePair at = *m_workbench->selection()->pair();
        const auto mark =
            std::find_if(marks.begin(), marks.end(), [&](const TopPair &m) { return m.pair == at; });
        QVERIFY(mark != marks.end());
        QCOMPARE(mark->verdict, TopPair::Verdict::False);
        walked << QStringLiteral("%1,%2").arg(at.i).arg(at.j);
        QTest::keyClick(m_window->map(), Qt::Key_F);
    }
    QCOMPARE(walked.size(), std::count_if(marks.begin(), marks.end(), [](const TopPair &m) {
                 return m.verdict == TopPair::Verdict::False;
             }));
    clickPair({20, 32});
    QTRY_VERIFY_WITH_TIMEOUT(explained({20, 32}), 20000);
    keepScreenshot(*m_window, QStringLiteral("1aba"));
    QVERIFY(m_window->exportFigurePage(m_folder->filePath(QStringLiteral("1aba.pdf"))).isOk());
}

void TestMainWindow::structureDroppedLaterBecomesTheTruth()
{
    WB_SHARED_FILE(alignment, "data/demo/1ABA_A/1ABA_A.aln");
    WB_SHARED_FILE(structure, "data/demo/1ABA_A/1aba.cif");
    QSignalSpy result(m_workbench.get(), &Workbench::resultChanged);
    drop({alignment});
    QTRY_VERIFY_WITH_TIMEOUT(result.count() == 1, 150000);
    QVERIFY(!m_workbench->result()->structure);
    clickPair({20, 32});
    drop({structure});
    QTRY_VERIFY_WITH_TIMEOUT(result.count() == 2, 20000);
    QVERIFY(m_workbench->result()->structure);
    QCOMPARE(m_workbench->settings()->upper(), MatrixContent::Truth);
    QCOMPARE(*m_workbench->selection()->pair(), (ResiduePair{20, 32})); // what was looked at stays
    QVERIFY(m_window->map()->readout({20, 32}).contains(QStringLiteral("true 6.")));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"

import { near } from "../did-you-mean.ts";
import { answerField } from "./answer-field.ts";
import { boardFieldPage } from "./board-field-page.ts";
import { boardJson, boardPage } from "./board-page.ts";
import { correctField } from "./correct-field.ts";
import { decisionsJson, decisionsPage } from "./decisions-page.ts";
import { deleteGoalPage, removeGoal } from "./delete-goal.ts";
import { fieldJson, fieldPage } from "./field-page.ts";
import { fieldsCsv, fieldsJson } from "./fields-list.ts";
import { fieldsPage } from "./fields-page.ts";
import { forgetPage, forgetTable } from "./forget-page.ts";
import { goalEditPage, newGoalPage, saveGoal, saveNewGoal } from "./goal-edit-page.ts";
import { goalsJson, goalsPage } from "./goals-page.ts";
import { helpKeysPage, helpNumbersPage } from "./help-pages.ts";
import { homePage } from "./home-page.ts";
import { jobEvents } from "./job-events.ts";
import { cancelJob, jobJson, jobPage } from "./job-page.ts";
import { changeLetterKeys } from "./letter-keys.ts";
import { useSample } from "./load-sample.ts";
import { matrixCsv, matrixJson } from "./matrix-list.ts";
import { matrixPage } from "./matrix-page.ts";
import { moveField, undoMove } from "./move-field.ts";
import { loadUpload, previewPage } from "./preview-page.ts";
import { startRehearsal, steerRehearsal } from "./rehearsal-acts.ts";
import { rehearsalEvents } from "./rehearsal-events.ts";
import { rehearsalJson } from "./rehearsal-json.ts";
import { rehearsalPage, rehearsalRunPage } from "./rehearsal-page.ts";
import { rejectsCsv, rejectsJson, rejectsPage } from "./rejects-page.ts";
import { actionabilityPages, minimizationPages } from "./report-pages.ts";
import { reportsPage } from "./reports-page.ts";
import { saveEfforts } from "./save-efforts.ts";
import { type Page, pathPart } from "./site.ts";
import { sortingEvents } from "./sorting-events.ts";
import { readStrategyFile, strategyFile, strategyPage } from "./strategy-page.ts";
import { changeTheme } from "./theme.ts";
import { addFiles, uploadFiles } from "./upload-page.ts";
import { twin, urls } from "./urls.ts";

type Route = readonly [method: "get" | "post", path: string, page: Page];

const fields = urls.fields(":dataset");
const field = urls.field(":dataset", ":table", ":slug");
const board = urls.board(":dataset", ":goal");
const boardField = urls.boardField(":dataset", ":goal", ":field");
const minimization = urls.minimization(":dataset");
const actionability = urls.actionability(":dataset", ":goal");
const rehearsal = urls.rehearsal(":dataset", ":goal");
const rehearsalRun = urls.rehearsalRun(":dataset", ":goal", ":run");
const decisions = urls.decisions(":dataset");
const goals = urls.goals(":dataset");
const matrix = urls.matrix(":dataset");
const editGoal = urls.editGoal(":dataset", ":goal");
const deleteGoal = urls.deleteGoal(":dataset", ":goal");
const loadStrategy = urls.loadStrategy(":dataset");
const rejects = urls.rejects(":dataset", ":table");

/** Every page, one line each. A twin stands before the page whose last part would swallow its ending. */
export const routes: readonly Route[] = [
  ["get", urls.home(), homePage],
  ["post", urls.theme(), changeTheme],
  ["get", urls.helpNumbers(), helpNumbersPage],
  ["get", urls.helpKeys(), helpKeysPage],
  ["post", urls.helpKeys(), changeLetterKeys],

  ["post", urls.sample(), useSample],
  ["post", urls.uploads(), uploadFiles],
  ["get", urls.upload(":upload"), previewPage],
  ["post", urls.uploadFiles(":upload"), addFiles],
  ["post", urls.uploadLoad(":upload"), loadUpload],

  ["get", twin(urls.job(":job"), "json"), jobJson],
  ["get", urls.job(":job"), jobPage],
  ["get", urls.jobEvents(":job"), jobEvents],
  ["post", urls.jobCancel(":job"), cancelJob],

  ["get", urls.dataset(":dataset"), toFields],
  ["get", twin(fields, "json"), fieldsJson],
  ["get", twin(fields, "csv"), fieldsCsv],
  ["get", fields, fieldsPage],
  ["get", twin(field, "json"), fieldJson],
  ["get", field, fieldPage],
  ["post", field, correctField],
  ["get", twin(goals, "json"), goalsJson],
  ["get", goals, goalsPage],
  ["get", urls.newGoal(":dataset"), newGoalPage],
  ["post", urls.newGoal(":dataset"), saveNewGoal],
  ["get", editGoal, goalEditPage],
  ["post", editGoal, saveGoal],
  ["get", deleteGoal, deleteGoalPage],
  ["post", deleteGoal, removeGoal],
  ["get", urls.strategy(":dataset"), strategyFile],
  ["get", loadStrategy, strategyPage],
  ["post", loadStrategy, readStrategyFile],
  ["get", twin(board, "json"), boardJson],
  ["get", board, boardPage],
  ["get", urls.sortingEvents(":dataset", ":goal", ":job"), sortingEvents],
  ["get", boardField, boardFieldPage],
  ["post", boardField, moveField],
  ["post", urls.answer(":dataset", ":goal", ":field"), answerField],
  ["post", urls.undo(":dataset", ":goal"), undoMove],
  ["get", twin(matrix, "json"), matrixJson],
  ["get", twin(matrix, "csv"), matrixCsv],
  ["get", matrix, matrixPage],
  ["get", urls.reports(":dataset"), reportsPage],
  ["get", twin(decisions, "json"), decisionsJson],
  ["get", decisions, decisionsPage],
  ...reportRoutes(minimization, minimizationPages),
  ...reportRoutes(actionability, actionabilityPages),
  ["post", actionability, saveEfforts],
  ["get", twin(rejects, "json"), rejectsJson],
  ["get", rehearsal, rehearsalPage],
  ["post", rehearsal, startRehearsal],
  ["get", twin(rehearsalRun, "json"), rehearsalJson],
  ["get", rehearsalRun, rehearsalRunPage],
  ["post", rehearsalRun, steerRehearsal],
  ["get", urls.rehearsalEvents(":dataset", ":goal", ":run"), rehearsalEvents],
  ["get", twin(rejects, "csv"), rejectsCsv],
  ["get", rejects, rejectsPage],
  ["get", urls.forget(":dataset"), forgetPage],
  ["post", urls.forget(":dataset"), forgetTable],
];

function reportRoutes(path: string, pages: typeof minimizationPages): readonly Route[] {
  const twins = (["html", "json", "csv", "md"] as const).map(
    (ending): Route => ["get", twin(path, ending), pages[ending]],
  );
  return [...twins, ["get", path, pages.page]];
}

/** The addresses that a mistyped one may have meant. */
export function nearPaths(asked: string): readonly string[] {
  const plain = routes.map(([, path]) => path).filter((path) => !path.includes(":"));
  return near(
    asked,
    plain.filter((path) => path.length > 1),
  );
}

function toFields(...[, request, response]: Parameters<Page>): void {
  response.redirect(303, urls.fields(pathPart(request, "dataset")));
}

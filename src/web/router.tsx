/** Addresses of the pages; src/server/pages.ts knows the same ones. A statement has its own, over its member's page. */
import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { StatementDialog } from './explain/StatementDialog.tsx';
import { listSearch, searchText } from './listSearch.ts';
import { AccountsPage } from './pages/AccountsPage.tsx';
import { BooksPage } from './pages/BooksPage.tsx';
import { BulletinPage } from './pages/BulletinPage.tsx';
import { ElectionPage } from './pages/ElectionPage.tsx';
import { ExemptionPage } from './pages/ExemptionPage.tsx';
import { ExemptionsPage } from './pages/ExemptionsPage.tsx';
import { CalendarPage } from './pages/CalendarPage.tsx';
import { FindingsPage } from './pages/FindingsPage.tsx';
import { FirstPage } from './pages/FirstPage.tsx';
import { GradingPage } from './pages/GradingPage.tsx';
import { HandoverPage } from './pages/HandoverPage.tsx';
import { JoiningPage } from './pages/JoiningPage.tsx';
import { MeasurePage } from './pages/MeasurePage.tsx';
import { MeetingPage } from './pages/MeetingPage.tsx';
import { MemberPage } from './pages/MemberPage.tsx';
import { MessagesPage } from './pages/MessagesPage.tsx';
import { MePage } from './pages/MePage.tsx';
import { NoticesPage } from './pages/NoticesPage.tsx';
import { ObjectionPage } from './pages/ObjectionPage.tsx';
import { ObjectionsPage } from './pages/ObjectionsPage.tsx';
import { OfficesPage } from './pages/OfficesPage.tsx';
import { OpeningPage } from './pages/OpeningPage.tsx';
import { OrganisationPage } from './pages/OrganisationPage.tsx';
import { PrivacyPage } from './pages/PrivacyPage.tsx';
import { PlanPage } from './pages/PlanPage.tsx';
import { PlansPage } from './pages/PlansPage.tsx';
import { RoundOpinionsPage } from './pages/RoundOpinionsPage.tsx';
import { RoundMemberPage } from './pages/RoundMemberPage.tsx';
import { RegisterMemberPage } from './pages/RegisterMemberPage.tsx';
import { RegisterPage } from './pages/RegisterPage.tsx';
import { RosterPage } from './pages/RosterPage.tsx';
import { RehearsalPage } from './pages/RehearsalPage.tsx';
import { RulesDifferencePage } from './pages/RulesDifferencePage.tsx';
import { RulesDraftPage } from './pages/RulesDraftPage.tsx';
import { RulesPage } from './pages/RulesPage.tsx';
import { RoundPage } from './pages/RoundPage.tsx';
import { RoundsPage } from './pages/RoundsPage.tsx';
import { SheetPage } from './pages/SheetPage.tsx';
import { SetupPage } from './pages/SetupPage.tsx';
import { SignInPage } from './pages/SignInPage.tsx';
import { YearRoundsPage } from './pages/YearRoundsPage.tsx';
import { YearPage } from './pages/YearPage.tsx';
import { OrganisationShell } from './parts/OrganisationShell.tsx';
import { BranchShell, PlainShell, RootFrame } from './parts/Shell.tsx';
import { PageFailure } from './parts/State.tsx';
import { roundSearch } from './round/roundSearch.ts';
import { planSearch } from './plan/planSearch.ts';

const root = createRootRoute({ component: RootFrame });
const plain = createRoute({ getParentRoute: () => root, id: 'plain', component: PlainShell });
const first = createRoute({ getParentRoute: () => plain, path: '/', component: FirstPage });
const opening = createRoute({ getParentRoute: () => plain, path: '/open', component: OpeningPage });
const books = createRoute({ getParentRoute: () => plain, path: '/books', component: BooksPage });
const setup = createRoute({ getParentRoute: () => plain, path: '/setup', component: SetupPage });
const signIn = createRoute({ getParentRoute: () => plain, path: '/sign-in', component: SignInPage });
const me = createRoute({ getParentRoute: () => plain, path: '/me', component: MePage });
const messages = createRoute({ getParentRoute: () => plain, path: '/messages', component: MessagesPage });
const privacy = createRoute({ getParentRoute: () => plain, path: '/privacy', component: PrivacyPage });
const accounts = createRoute({ getParentRoute: () => plain, path: '/accounts', component: AccountsPage });
const offices = createRoute({
  getParentRoute: () => plain,
  path: '/offices',
  validateSearch: (search): { organisation?: string | undefined } => ({
    organisation: searchText(search['organisation']),
  }),
  component: OfficesPage,
});
const organisation = createRoute({
  getParentRoute: () => root,
  path: '/organisation/$organisation',
  component: OrganisationShell,
});
const overview = createRoute({
  getParentRoute: () => organisation,
  path: '/',
  component: OrganisationPage,
});
const handover = createRoute({
  getParentRoute: () => organisation,
  path: '/handover',
  component: HandoverPage,
});
const election = createRoute({
  getParentRoute: () => organisation,
  path: '/election',
  component: ElectionPage,
});
const branch = createRoute({
  getParentRoute: () => root,
  path: '/branch/$organisation/$year',
  component: BranchShell,
});
const year = createRoute({
  getParentRoute: () => branch,
  path: '/',
  validateSearch: listSearch,
  component: YearPage,
});
const grading = createRoute({
  getParentRoute: () => branch,
  path: '/grading',
  validateSearch: listSearch,
  component: GradingPage,
});
const measure = createRoute({
  getParentRoute: () => branch,
  path: '/measure',
  validateSearch: (search): { q?: string | undefined } => ({ q: searchText(search['q']) }),
  component: MeasurePage,
});
const plans = createRoute({
  getParentRoute: () => branch,
  path: '/plans',
  validateSearch: planSearch,
  component: PlansPage,
});
const plan = createRoute({ getParentRoute: () => branch, path: '/plans/$member', component: PlanPage });
const roundOpinions = createRoute({
  getParentRoute: () => branch,
  path: '/rounds/$period/opinions',
  component: RoundOpinionsPage,
});
const roundMember = createRoute({
  getParentRoute: () => branch,
  path: '/rounds/$period/member/$member',
  component: RoundMemberPage,
});
const yearRounds = createRoute({
  getParentRoute: () => branch,
  path: '/rounds',
  component: YearRoundsPage,
});
const round = createRoute({
  getParentRoute: () => branch,
  path: '/rounds/$period',
  validateSearch: roundSearch,
  component: RoundPage,
});
const sheet = createRoute({
  getParentRoute: () => branch,
  path: '/rounds/$period/sheet',
  component: SheetPage,
});
const bulletin = createRoute({
  getParentRoute: () => branch,
  path: '/rounds/$period/bulletin',
  component: BulletinPage,
});
const meeting = createRoute({
  getParentRoute: () => branch,
  path: '/rounds/$period/meeting',
  validateSearch: (search): { mode?: true | undefined; member?: string | undefined } => ({
    mode: search['mode'] === true ? true : undefined,
    member: searchText(search['member']),
  }),
  component: MeetingPage,
});
const member = createRoute({ getParentRoute: () => branch, path: '/member/$member', component: MemberPage });
const statement = createRoute({
  getParentRoute: () => member,
  path: '/statement/$figure',
  component: StatementDialog,
});

const register = createRoute({
  getParentRoute: () => organisation,
  path: '/register',
  validateSearch: listSearch,
  component: RegisterPage,
});
const roster = createRoute({
  getParentRoute: () => organisation,
  path: '/register/import',
  component: RosterPage,
});
const joining = createRoute({
  getParentRoute: () => organisation,
  path: '/register/joining',
  component: JoiningPage,
});
const exemption = createRoute({
  getParentRoute: () => organisation,
  path: '/exemption/$member',
  component: ExemptionPage,
});
const exemptions = createRoute({
  getParentRoute: () => organisation,
  path: '/exemptions',
  component: ExemptionsPage,
});
const objections = createRoute({
  getParentRoute: () => organisation,
  path: '/objections',
  component: ObjectionsPage,
});
const objection = createRoute({
  getParentRoute: () => organisation,
  path: '/objections/$year/$period/$member/$objection',
  component: ObjectionPage,
});
const notices = createRoute({
  getParentRoute: () => organisation,
  path: '/notices',
  component: NoticesPage,
});
const rounds = createRoute({
  getParentRoute: () => organisation,
  path: '/rounds',
  validateSearch: (
    search,
  ): { branch?: string | undefined; year?: number | undefined; period?: number | undefined } => ({
    branch: searchText(search['branch']),
    year: Number(search['year']) || undefined,
    period: Number(search['period']) || undefined,
  }),
  component: RoundsPage,
});
const findings = createRoute({
  getParentRoute: () => organisation,
  path: '/findings',
  component: FindingsPage,
});
const registerMember = createRoute({
  getParentRoute: () => organisation,
  path: '/register/$member',
  component: RegisterMemberPage,
});

const rules = createRoute({ getParentRoute: () => organisation, path: '/rules', component: RulesPage });
const rulesDraft = createRoute({
  getParentRoute: () => organisation,
  path: '/rules/draft',
  component: RulesDraftPage,
});
const rulesDifference = createRoute({
  getParentRoute: () => organisation,
  path: '/rules/difference',
  validateSearch: (search): { older?: string | undefined; newer?: string | undefined } => ({
    older: searchText(search['older']),
    newer: searchText(search['newer']),
  }),
  component: RulesDifferencePage,
});
const rehearsal = createRoute({
  getParentRoute: () => organisation,
  path: '/rules/rehearsal',
  validateSearch: (search): { rules?: string | undefined; year?: string | undefined } => ({
    rules: searchText(search['rules']),
    year: typeof search['year'] === 'number' ? String(search['year']) : searchText(search['year']),
  }),
  component: RehearsalPage,
});
const calendar = createRoute({ getParentRoute: () => branch, path: '/calendar', component: CalendarPage });

const tree = root.addChildren([
  plain.addChildren([first, opening, books, setup, signIn, me, messages, privacy, accounts, offices]),
  organisation.addChildren([
    overview,
    rules,
    rulesDraft,
    rulesDifference,
    rehearsal,
    register,
    roster,
    exemption,
    exemptions,
    objections,
    objection,
    election,
    handover,
    joining,
    notices,
    rounds,
    findings,
    registerMember,
  ]),
  branch.addChildren([
    year,
    grading,
    measure,
    calendar,
    plans,
    plan,
    roundOpinions,
    roundMember,
    yearRounds,
    round,
    sheet,
    bulletin,
    meeting,
    member.addChildren([statement]),
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  scrollRestoration: true,
  defaultErrorComponent: ({ error }) => <PageFailure error={error} />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

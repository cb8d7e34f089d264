/** 待办, the home page of whoever is signed in: what waits for them, by when and why, each with its one door; else what comes next. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { NextStep, Todo } from '../../contract/todos.ts';
import { todosQuery } from '../todos/queries.ts';
import { Doors } from '../todos/Doors.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { todoWords as say } from '../words/todos.ts';

export function TodosPage() {
  useTitle(say.title);
  return (
    <>
      <h1>{say.title}</h1>
      <Loaded query={useQuery(todosQuery)}>
        {({ todos, next }) => (
          <>
            <p className="lead">{todos.length === 0 ? say.none : say.lead(todos.length)}</p>
            {todos.length > 0 && (
              <ul className="todos" aria-label={say.title}>
                {todos.map((todo) => (
                  <TodoCard key={`${todo.what} ${todo.address} ${todo.instead}`} todo={todo} />
                ))}
              </ul>
            )}
            <Next next={next} isIdle={todos.length === 0} />
          </>
        )}
      </Loaded>
      <Doors />
    </>
  );
}

function TodoCard({ todo }: { readonly todo: Todo }) {
  const { does, organisation, period, says, due, clause, instead, address } = todo;
  const where = [organisation.name, period].filter(Boolean).join(' ');
  const isLate = due !== null && due.workdays === null;
  return (
    <li className="todo">
      <Link to={address} className="todo-door">
        <span className="todo-does">{does}</span>
        {says !== '' && <span className="todo-says">{says}</span>}
        {where !== '' && <span className="quiet">{where}</span>}
      </Link>
      <p className="todo-due">
        {isLate && <strong className="mark">{say.late}</strong>}
        {due !== null && (isLate ? say.lateSince(due) : say.due(due))}
      </p>
      <p className="quiet">{[clause === '' ? '' : say.clause(clause), instead].filter(Boolean).join('。')}</p>
    </li>
  );
}

function Next({ next, isIdle }: { readonly next: readonly NextStep[]; readonly isIdle: boolean }) {
  if (next.length === 0 && !isIdle) return null;
  return (
    <section className="block" aria-labelledby="next">
      <h2 id="next">{say.next}</h2>
      {next.length === 0 && <p>{say.nothingNext}</p>}
      <ul className="notes">
        {next.map(({ organisation, period, does, from, until }) => (
          <li key={`${organisation.id} ${does}`}>
            {say.nextLine(organisation.name, period, does)}
            <span className="quiet"> {say.nextDays(from, until)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

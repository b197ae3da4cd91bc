import { t } from '@lingui/core/macro';
import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { SearchIcon } from './icons.tsx';

const DEBOUNCE = 500;

/** Searches as one types, half a second after the last key. */
export function SearchBar({
  label,
  placeholder,
  search,
  onSearch,
}: {
  label: string;
  placeholder: string;
  search: string;
  onSearch: (search: string) => void;
}) {
  const [text, setText] = useState(search);
  const input = useRef<HTMLInputElement>(null);
  const asked = useRef(search);
  const ask = (term: string) => {
    asked.current = term;
    onSearch(term);
  };
  const askLater = useDebouncedCallback(ask, DEBOUNCE);
  const hasKeys = useRef(false);

  // The address may change without us: back, forward, or a link that clears the search.
  useEffect(() => {
    if (search === asked.current) return;
    asked.current = search;
    askLater.cancel();
    setText(search);
  }, [search, askLater]);

  const clear = () => {
    askLater.cancel();
    setText('');
    ask('');
    input.current?.focus();
  };
  return (
    <TextInput
      ref={input}
      type="text"
      role="searchbox"
      aria-label={label}
      placeholder={placeholder}
      // What is typed reads in its own direction; the icons stay where they are.
      styles={{ input: { unicodeBidi: 'plaintext' } }}
      autoComplete="off"
      spellCheck={false}
      enterKeyHint="search"
      value={text}
      onKeyDown={(event) => {
        // Keyboards on a screen name no key.
        hasKeys.current = event.nativeEvent.code !== '';
        // Enter that ends a composition chooses a word.
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape' && text) clear();
        if (event.key === 'Enter') {
          // In a form it searches, and does not submit.
          event.preventDefault();
          askLater.cancel();
          ask(text);
        }
      }}
      onChange={(event) => {
        const { isComposing = false, data = '' } = event.nativeEvent as Partial<InputEvent>;
        setText(event.currentTarget.value);
        if (isComposing && isUnfinished(data ?? '', hasKeys.current)) askLater.cancel();
        else askLater(event.currentTarget.value);
      }}
      onCompositionEnd={(event) => askLater(event.currentTarget.value)}
      leftSection={<SearchIcon />}
      rightSection={text && <CloseButton size={24} aria-label={t`Clear search`} onClick={clear} />}
    />
  );
}

/**
 * Whether what an input method composes will still become something else, so that nobody could be found by it: a letter of a Korean
 * syllable, or the Latin letters for a Chinese or Japanese word. On a phone Latin words are composed too, as they are.
 */
function isUnfinished(composed: string, hasKeys: boolean): boolean {
  return (
    /[\u1100-\u11ff\u3105-\u312f\u3131-\u318e]$/.test(composed) || (hasKeys && /[a-z\uff41-\uff5a]/i.test(composed))
  );
}
